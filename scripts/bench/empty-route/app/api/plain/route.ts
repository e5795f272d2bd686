import { nextReply } from '../../recorded-replies.ts';

const encoder = new TextEncoder();

/** The same events without any work: what Next itself costs. */
export async function POST(request: Request): Promise<Response> {
  await request.json();
  const events = nextReply();
  const stream = new ReadableStream({
    start(controller) {
      for (const event of events) controller.enqueue(encoder.encode(event));
      controller.close();
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } });
}
