import { errorResponse, RequestError } from '../../../api/error-response.ts';
import { getGate } from '../../../gate.ts';

/** A fresh token for a frame whose token has expired: the same session goes on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ partner: string }> },
): Promise<Response> {
  try {
    const gate = await getGate();
    const { token, code } = await gate.renew(request.headers, (await params).partner);
    if (code) throw new RequestError(code);
    return Response.json({ token }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return errorResponse(error, request);
  }
}
