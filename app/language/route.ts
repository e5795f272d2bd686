import { asLanguage } from '../ui/language.ts';
import { LANGUAGE_COOKIE } from '../ui/page/language-rewrites.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** `/language?choose=en`: remembers the interface's language and goes back to where the reader was. */
export function GET(request: Request): Response {
  const language = asLanguage(new URL(request.url).searchParams.get('choose') ?? undefined) ?? 'zh';
  return new Response(null, {
    status: 303,
    headers: {
      Location: pathOf(request.headers.get('referer')),
      'Set-Cookie': `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`,
      'Cache-Control': 'no-store',
    },
  });
}

/** Only the path: the way back stays on this site, whoever linked here. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^\/+/, '')}${search}`;
}
