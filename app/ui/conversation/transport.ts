import { DefaultChatTransport } from 'ai';
import type { Language } from '../../../lib/text/language.ts';
import type { ChatMessage } from '../../chat-message.ts';
import { chatRequest } from './chat-request.ts';
import { Failure, failureOf, failureOfResponse } from './failure.ts';

/** Milliseconds without a byte after which an answer is given up: longer than the server itself waits. */
const PATIENCE = 45_000;

export function chatTransport(
  language: Language,
  report: string | undefined,
  request: typeof fetch,
): DefaultChatTransport<ChatMessage> {
  return new DefaultChatTransport<ChatMessage>({
    api: '/api/chat',
    prepareSendMessagesRequest: ({ messages }) => ({ body: chatRequest(messages, language, report) }),
    headers: { 'Accept-Language': language },
    fetch: (input, init) => fetchPatiently(request, input, init),
  });
}

/** `fetch` whose errors are Failures, and which gives up when nothing comes. */
async function fetchPatiently(
  request: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const silence = new AbortController();
  const signal = init.signal ? AbortSignal.any([init.signal, silence.signal]) : silence.signal;
  const giveUp = () => silence.abort(new Failure('timeout'));
  let timer = setTimeout(giveUp, PATIENCE);
  try {
    const response = await request(input, { ...init, signal });
    if (!response.ok) throw await failureOfResponse(response);
    const watched = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          clearTimeout(timer);
          timer = setTimeout(giveUp, PATIENCE);
          controller.enqueue(chunk);
        },
        flush: () => clearTimeout(timer),
      }),
    );
    return new Response(watched, response);
  } catch (error) {
    clearTimeout(timer);
    if (init.signal?.aborted) throw error;
    throw failureOf(error as Error);
  }
}
