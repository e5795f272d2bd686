/** A partner's page as it might be: its own words, its own strict policy, our one line. */
export function demoPage(service: string, partner: string): { html: string; policy: string } {
  // Nothing inline, nothing from elsewhere, but for what the guide says a partner must allow.
  const policy = [
    "default-src 'none'",
    `script-src ${service}`,
    `frame-src ${service}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>示范网</title>
</head>
<body>
<main>
<h1>示范网</h1>
<p>这是一个合作网站的页面。右下角的按钮来自下面这一行代码：</p>
<pre>&lt;script src="${service}/widget.js" data-partner="${partner}" async&gt;&lt;/script&gt;</pre>
<p>本页的内容安全策略：</p>
<pre>${policy}</pre>
</main>
<script src="${service}/widget.js" data-partner="${partner}" async></script>
</body>
</html>
`;
  return { html, policy };
}
