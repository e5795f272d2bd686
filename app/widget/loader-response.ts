import { loaderIntegrity } from './published-loader.ts';

/**
 * A loader for any page of any site: a script holds no secrets, and a browser checks its integrity only where
 * reading it is allowed.
 * @param cacheControl how long browsers may keep it
 */
export function loaderResponse(request: Request, source: string, cacheControl: string): Response {
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': cacheControl,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${loaderIntegrity(source)}"`,
  };
  const known = request.headers.get('if-none-match')?.includes(headers.ETag);
  return known ? new Response(null, { status: 304, headers }) : new Response(source, { headers });
}
