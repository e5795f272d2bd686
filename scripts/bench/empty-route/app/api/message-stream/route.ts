import { createUIMessageStream, createUIMessageStreamResponse, type UIMessageChunk } from 'ai';
import { nextReply } from '../../recorded-replies.ts';

const EVENT = /^data: (\{.*\})$/;

/** The same events through the AI SDK: what its message stream costs besides. */
export async function POST(request: Request): Promise<Response> {
  await request.json();
  const parts = nextReply().flatMap((event) => EVENT.exec(event.trim())?.[1] ?? []);
  const stream = createUIMessageStream({
    execute: ({ writer }) => {
      for (const part of parts) writer.write(JSON.parse(part) as UIMessageChunk);
    },
  });
  return createUIMessageStreamResponse({ stream });
}
