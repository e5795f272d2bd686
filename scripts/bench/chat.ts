import type { Dispatcher } from 'undici';

export interface ChatTiming {
  /** Milliseconds from the request to the first piece of the answer's text. */
  readonly firstText: number;
  /** Milliseconds until all of it was there. */
  readonly lastByte: number;
  /** The events as they were streamed. */
  readonly events: readonly string[];
}

const FIRST_TEXT = '"type":"text-delta"';

/** Asks one question the way `useChat` does, and reads the answer to its end. */
export async function chat(server: Dispatcher, path: string, question: string): Promise<ChatTiming> {
  const body = JSON.stringify({
    id: 'bench',
    messages: [{ id: '1', role: 'user', parts: [{ type: 'text', text: question }] }],
    trigger: 'submit-message',
  });
  const started = performance.now();
  const response = await server.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  let text = '';
  let firstText = Number.NaN;
  response.body.setEncoding('utf8');
  for await (const chunk of response.body) {
    text += chunk as string;
    if (Number.isNaN(firstText) && text.includes(FIRST_TEXT)) firstText = performance.now() - started;
  }
  const lastByte = performance.now() - started;
  if (response.statusCode !== 200 || Number.isNaN(firstText))
    throw new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 200)}`);
  return { firstText, lastByte, events: text.split(/(?<=\n\n)/) };
}
