import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../app/ui/conversation/markdown.tsx';

const OWN = '/read/report/c1-s1-p1#c1-s1-p1';
const html = (markdown: string) =>
  renderToStaticMarkup(
    renderMarkdown(markdown, { renderText: (text) => text, allowsLink: (url) => url === OWN }),
  );

test('lists, bold and paragraphs are set', () => {
  expect(html('**要点**：\n\n- 一\n- 二')).toBe(
    '<p><strong>要点</strong>：</p><ul><li>一</li><li>二</li></ul>',
  );
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['前<img src=x onerror=alert(1)>后', '<p>前&lt;img src=x onerror=alert(1)&gt;后</p>'],
  ['![图](https://other.example/x.png)', '<p>图</p>'],
  ['[点这里](https://other.example/)', '<p>点这里</p>'],
  ['[点这里](javascript:alert(1))', '<p>点这里</p>'],
  [`[原文](${OWN})`, `<p><a href="${OWN}">原文</a></p>`],
  ['引文[1]\n\n[1]: https://other.example/', '<p>引文[1]</p>'],
])('%s is shown as %s', (markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});
