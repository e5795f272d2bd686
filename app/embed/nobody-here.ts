import type { Language } from '../../lib/text/language.ts';
import { wordingIn } from '../../lib/wording/wording.ts';
import { LANGUAGE_TAGS } from '../ui/language.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}main{max-width:32rem;margin:20vh auto 0;padding:0 1rem}h1{font-size:1.375rem}';

/** For whoever is no partner: a clear page and nothing else. It does not say whether there ever was one. */
export function nobodyHere(language: Language): Response {
  const { unknownPartner, unknownPartnerAdvice } = wordingIn(language).embed;
  const html = `<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${unknownPartner}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${unknownPartner}</h1>
<p>${unknownPartnerAdvice}</p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 404,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
