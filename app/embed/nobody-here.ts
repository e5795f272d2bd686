import { frameAncestors } from '../../lib/partners/frame-ancestors.ts';
import type { Language } from '../../lib/text/language.ts';
import { wordingIn } from '../../lib/wording/wording.ts';
import { LANGUAGE_TAGS } from '../ui/language.ts';

/** For whoever is no partner: a clear page and nothing else. It does not say whether there ever was one. */
export function nobodyHere(language: Language): Response {
  const { unknownPartner, unknownPartnerAdvice } = wordingIn(language).embed;
  const html = `<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${unknownPartner}</title>
<meta name="color-scheme" content="light dark">
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
      'Content-Security-Policy': frameAncestors(undefined),
      'Cache-Control': 'no-store',
    },
  });
}
