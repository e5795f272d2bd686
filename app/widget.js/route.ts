import { loaderResponse } from '../widget/loader-response.ts';
import { loaderSource } from '../widget/published-loader.ts';

export const dynamic = 'force-dynamic';

/** An hour: partners' pages follow a new release soon, and their readers rarely wait for a script. */
const EVERGREEN = 'public, max-age=3600, stale-while-revalidate=86400';

/** The loader in its newest version: the one line that partners put into their pages. */
export function GET(request: Request): Response {
  return loaderResponse(request, loaderSource(), EVERGREEN);
}
