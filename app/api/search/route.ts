import { readingUrl, splitSentenceAddress } from '../../../lib/report/place.ts';
import type { RankedPassage } from '../../../lib/retrieval/retriever.ts';
import { admit } from '../admission.ts';
import { errorResponse } from '../error-response.ts';
import { assistantFor, parseRequest } from '../question-schema.ts';
import { searchSchema } from './schema.ts';

/** The passages nearest to a question, best first. */
export async function GET(request: Request): Promise<Response> {
  try {
    const left = await admit(request, false);
    const parameters = Object.fromEntries(new URL(request.url).searchParams);
    const { q, limit, report } = parseRequest(searchSchema, { q: '', ...parameters });
    const question = { question: q, ...(report !== undefined && { reportId: report }) };
    const started = performance.now();
    const { passages, edition } = await assistantFor(question).search(question, limit);
    const duration = (performance.now() - started).toFixed(2);
    const headers = { ...left, 'Server-Timing': `retrieval;dur=${duration}` };
    return Response.json({ passages: passages.map(passageJson), edition }, { headers });
  } catch (error) {
    return errorResponse(error, request);
  }
}

function passageJson({ passage, score }: RankedPassage) {
  const { id, reportId, chapter, chapterTitle, section, paragraph, text, sentences } = passage;
  const { paragraph: address } = splitSentenceAddress(sentences[0]?.address ?? '');
  return {
    id,
    chapter,
    chapterTitle,
    section,
    paragraph,
    text,
    score,
    url: readingUrl(reportId, { paragraph: address }),
  };
}
