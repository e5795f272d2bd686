import { LANGUAGES } from '../../../lib/text/language.ts';

/** Set by app/language/route.ts when a reader chooses. */
export const LANGUAGE_COOKIE = 'language';

const DEFAULT = 'zh';
const ANY = LANGUAGES.join('|');
/** Every page's address; not what has no languages or brings its own: the API, what other sites embed, files. */
const PAGE = `/:path((?!(?:api|embed|widget|language|_next|${ANY})(?:/|$)|[^/]*\\.(?:js|svg|ico|txt)$).*)`;

/**
 * Pages have one address in all languages. Inside, each language has pages of its own, so that they can be
 * rendered once and kept: `/read/report` is `/en/read/report` there. The reader's choice decides, else the
 * language that the browser names first among ours.
 */
export function languageRewrites() {
  const chosen = { type: 'cookie' as const, key: LANGUAGE_COOKIE, value: `(?<language>${ANY})` };
  const preferred = {
    type: 'header' as const,
    key: 'accept-language',
    value: `(?:.*?[,\\s])??(?<language>${ANY})(?:[-,;].*)?`,
  };
  return [
    { source: PAGE, has: [chosen], destination: '/:language/:path' },
    { source: PAGE, has: [preferred], missing: [chosen], destination: '/:language/:path' },
    { source: PAGE, missing: [chosen, preferred], destination: `/${DEFAULT}/:path` },
  ];
}
