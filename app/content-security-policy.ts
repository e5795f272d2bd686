import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * What a page may load and run: our own files, and of inline scripts exactly those that the server wrote into
 * it (Next's data for the page, the theme before the first paint), each by its hash. React escapes all text of
 * reports, and nothing that a visitor sends is rendered on the server, so there are no others; what is slipped
 * into the page later, in the browser, has no hash and does not run.
 */
export function contentSecurityPolicy(html: string): string {
  const hashes = new Set(Array.from(html.matchAll(INLINE_SCRIPT), ([, script = '']) => hashOf(script)));
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Who may show a page in a frame, for all that do not say so themselves (as pages made for other sites do). */
export const NOT_IN_FRAMES = "frame-ancestors 'none'";

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
