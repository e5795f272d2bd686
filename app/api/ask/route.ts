import { answerJson } from '../../../lib/answer/answer-json.ts';
import { admit } from '../admission.ts';
import { errorResponse } from '../error-response.ts';
import { askSchema, assistantFor, parseRequest, questionOf } from '../question-schema.ts';
import { readJson } from '../read-json.ts';

/** A question, answered at once: what scripts and other services use. */
export async function POST(request: Request): Promise<Response> {
  try {
    const headers = await admit(request);
    const question = questionOf(parseRequest(askSchema, await readJson(request)));
    const answer = await assistantFor(question).answer(question, request.signal);
    return Response.json(answerJson(answer), { headers });
  } catch (error) {
    return errorResponse(error, request);
  }
}
