import { readSettings } from '../../../lib/settings.ts';
import { errorResponse, RequestError } from '../../api/error-response.ts';
import { loaderResponse } from '../loader-response.ts';
import { findLoader } from '../published-loader.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** The loader in one version, for partners who pin it with an integrity value. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const source = await findLoader(readSettings().dataDirectory, (await params).file);
  if (source === undefined) return errorResponse(new RequestError('not-found'), request);
  return loaderResponse(request, source, FOREVER);
}
