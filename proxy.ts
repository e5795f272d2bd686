import type { NextRequest } from 'next/server';
import { frameResponse } from './app/embed/frame-headers.ts';

/** What stands on other sites' pages goes out under a policy of its own; all else passes by. */
export function proxy(request: NextRequest): Promise<Response> {
  return frameResponse(request);
}

export const config = { matcher: '/embed/:partner' };
