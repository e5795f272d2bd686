import { type NextRequest, NextResponse } from 'next/server';
import { frameAncestors } from '../../lib/partners/frame-ancestors.ts';
import { getGate } from '../gate.ts';
import { frameLook, LANGUAGE_HEADER, THEME_HEADER } from './look.ts';
import { nobodyHere } from './nobody-here.ts';

/** A partner's frame, on the partner's pages only. What may run in it is said for all pages alike, as they leave. */
export async function frameResponse(request: NextRequest): Promise<Response> {
  const gate = await getGate();
  const { pathname, searchParams } = request.nextUrl;
  const partner = gate.partner(pathname.split('/')[2] ?? '');
  const { language, theme } = frameLook(searchParams, partner?.look, request.headers.get('accept-language'));
  const visit = partner && gate.visit(request.headers, searchParams.get('origin') ?? undefined, partner);
  if (!visit?.allowed) return nobodyHere(language);
  const headers = new Headers(request.headers);
  headers.set(LANGUAGE_HEADER, language);
  headers.set(THEME_HEADER, theme);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', frameAncestors(partner, visit.asking));
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  return response;
}
