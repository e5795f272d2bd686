import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { frameAncestors } from '../../lib/partners/frame-ancestors.ts';
import { getGate } from '../gate.ts';
import { frameLook, LANGUAGE_HEADER, THEME_HEADER } from './look.ts';
import { nobodyHere } from './nobody-here.ts';

/** A partner's frame under its own policy: on the partner's pages only, and nothing in it from anywhere but here. */
export async function frameResponse(request: NextRequest): Promise<Response> {
  const gate = await getGate();
  const { pathname, searchParams } = request.nextUrl;
  const partner = gate.partner(pathname.split('/')[2] ?? '');
  const { language, theme } = frameLook(searchParams, partner?.look, request.headers.get('accept-language'));
  const visit = partner && gate.visit(request.headers, searchParams.get('origin') ?? undefined, partner);
  if (!visit?.allowed) return nobodyHere(language);
  const policy = policyOf(frameAncestors(partner, visit.asking));
  const headers = new Headers(request.headers);
  // Next takes the nonce for its own scripts from here.
  headers.set('Content-Security-Policy', policy);
  headers.set(LANGUAGE_HEADER, language);
  headers.set(THEME_HEADER, theme);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  return response;
}

function policyOf(ancestors: string): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Components place cards and colours with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ancestors,
  ].join('; ');
}
