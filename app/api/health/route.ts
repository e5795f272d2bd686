import { getAssistant } from '../../assistant.ts';
import { errorResponse, RequestError } from '../error-response.ts';

export const dynamic = 'force-dynamic';

/** 200 once questions can be answered. */
export async function GET(request: Request): Promise<Response> {
  const assistant = getAssistant();
  if (!assistant) return errorResponse(new RequestError('not-ready'), request);
  const reports = assistant.reports.map(({ id, title }) => ({ id, title }));
  return Response.json({ status: 'ok', edition: assistant.edition, reports });
}
