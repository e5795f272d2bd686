import { createUIMessageStream, createUIMessageStreamResponse, type UIMessageStreamWriter } from 'ai';
import type { AnswerEvent, Citation } from '../../../lib/answer/answer.ts';
import type { Reply } from '../../../lib/assistant.ts';
import type { ChatMessage } from '../../chat-message.ts';
import { admit } from '../admission.ts';
import { errorResponse } from '../error-response.ts';
import { assistantFor, questionOf } from '../question-schema.ts';
import { readJson } from '../read-json.ts';
import { parseChat } from './schema.ts';

const TEXT_ID = 'answer';
const MEDIA_TYPE = 'text/plain';

/** nginx and others hold an event stream back unless they are told not to. */
const STREAM_HEADERS = { 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-cache, no-transform' };

type Writer = UIMessageStreamWriter<ChatMessage>;

/** A conversation's next answer as an AI SDK message stream: sources first, then text, then how it came out. */
export async function POST(request: Request): Promise<Response> {
  try {
    const left = await admit(request);
    const question = questionOf(parseChat(await readJson(request)));
    const reply = assistantFor(question).ask(question, request.signal);
    const stream = createUIMessageStream<ChatMessage>({
      execute: ({ writer }) => writeReply(writer, reply),
      onError: (error) => {
        if (!request.signal.aborted) console.error(`Unexpected: ${String(error)}`);
        return 'internal';
      },
    });
    return createUIMessageStreamResponse({ stream, headers: { ...STREAM_HEADERS, ...left } });
  } catch (error) {
    return errorResponse(error, request);
  }
}

async function writeReply(writer: Writer, { edition, events }: Reply): Promise<void> {
  writer.write({ type: 'start' });
  let writing = false;
  const sources = new Set<number>();
  for await (const event of events) {
    if (event.type === 'text' && !writing) {
      writer.write({ type: 'text-start', id: TEXT_ID });
      writing = true;
    }
    if (event.type === 'outcome' && writing) writer.write({ type: 'text-end', id: TEXT_ID });
    writeEvent(writer, event, edition, sources);
  }
  writer.write({ type: 'finish' });
}

/** @param sources the ids of those that were written: a model's answer names its sources as it goes */
function writeEvent(writer: Writer, event: AnswerEvent, edition: string, sources: Set<number>): void {
  switch (event.type) {
    case 'citations':
      for (const citation of event.citations) {
        if (!sources.has(citation.id)) writer.write(sourceOf(citation));
        sources.add(citation.id);
      }
      writer.write({ type: 'data-citations', id: 'citations', data: event.citations });
      break;
    case 'text':
      writer.write({ type: 'text-delta', id: TEXT_ID, delta: event.text });
      break;
    case 'outcome':
      writer.write({
        type: 'data-status',
        id: 'status',
        data: { stage: 'done', outcome: event.outcome, edition },
      });
  }
}

function sourceOf({ id, chapter, chapterTitle, section }: Citation) {
  const title = [chapter, chapterTitle, section].filter(Boolean).join(' ');
  return { type: 'source-document', sourceId: String(id), mediaType: MEDIA_TYPE, title } as const;
}
