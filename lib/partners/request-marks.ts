// What a browser says, unasked and beyond a page's reach, about where a request comes from.

/**
 * `own`: from a page of ours. `foreign`: from another site's page. `none`: no browser says anything, so that it may
 * be a script, another service, or a browser on plain http that asked with GET.
 */
export type RequestSource = 'own' | 'foreign' | 'none';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * @param publicUrl the address that readers see; where it is not set, the request's own Host stands for it
 */
export function sourceOf(headers: Headers, publicUrl: string | undefined): RequestSource {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (origin !== null && !ownOrigins(headers, publicUrl).includes(origin)) return 'foreign';
  // `none`: the reader typed the address or followed a bookmark.
  if (site !== null) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
  return origin === null ? 'none' : 'own';
}

function ownOrigins(headers: Headers, publicUrl: string | undefined): string[] {
  const host = headers.get('host') ?? '';
  // A machine's own operator may look at it under its own name.
  if (publicUrl !== undefined && !LOOPBACK.test(host)) return [new URL(publicUrl).origin];
  const named = [`http://${host}`, `https://${host}`];
  return publicUrl === undefined ? named : [new URL(publicUrl).origin, ...named];
}
