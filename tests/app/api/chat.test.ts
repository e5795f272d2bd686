import { parseJsonEventStream, readUIMessageStream, type UIMessageChunk, uiMessageChunkSchema } from 'ai';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { POST as askPost } from '../../../app/api/ask/route.ts';
import { POST } from '../../../app/api/chat/route.ts';
import { setAssistant } from '../../../app/assistant.ts';
import type { ChatMessage } from '../../../app/chat-message.ts';
import type { AnswerEvent } from '../../../lib/answer/answer.ts';
import type { Assistant, Question, Reply } from '../../../lib/assistant.ts';
import { serveCorpus } from '../serve-corpus.ts';
import { UNREADABLE } from './bad-requests.ts';
import { endlessBody, expectError, post } from './requests.ts';

const corpus = serveCorpus();
const TRADE = '2024年中国与中亚国家的贸易额是多少？';

const says = (role: string, text: string) => ({ id: 'm', role, parts: [{ type: 'text', text }] });
const chat = (messages: unknown, more: object = {}, init?: RequestInit) =>
  POST(post('/api/chat', { id: 'c', trigger: 'submit-message', messages, ...more }, init));

/** The stream's parts, read by the AI SDK's own reader: a part that it doesn't know fails. */
async function partsOf(response: Response): Promise<UIMessageChunk[]> {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return Array.fromAsync(chunksOf(response));
}

function chunksOf(response: Response): ReadableStream<UIMessageChunk> {
  const stream = response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>();
  return parseJsonEventStream({ stream, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform(result, controller) {
        if (!result.success) throw result.error;
        controller.enqueue(result.value as UIMessageChunk);
      },
    }),
  );
}

async function messageFrom(response: Response): Promise<ChatMessage> {
  const stream = chunksOf(response) as ReadableStream<never>;
  const versions = await Array.fromAsync(
    readUIMessageStream<ChatMessage>({ stream, terminateOnError: true }),
  );
  return versions.at(-1) as ChatMessage;
}

const textOf = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('');

describe('POST /api/chat', () => {
  it('streams the sources before the first text, then the text, then how it came out', async () => {
    const parts = await partsOf(await chat([says('user', TRADE)]));
    const types = parts.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1]);
    expect(types).toEqual([
      'start',
      'source-document',
      'data-citations',
      'text-start',
      'text-delta',
      'text-end',
      'data-status',
      'finish',
    ]);
  });

  it('adds up to the message that /api/ask gives at once', async () => {
    const message = await messageFrom(await chat([says('user', TRADE)]));
    const answer = await (await askPost(post('/api/ask', { question: TRADE }))).json();
    const data = (type: string) => message.parts.find((part) => part.type === type);
    expect(textOf(message)).toBe(answer.answer);
    expect(data('data-citations')).toMatchObject({ data: answer.citations });
    expect(data('data-status')).toMatchObject({
      data: { stage: 'done', edition: answer.edition, outcome: { mode: 'extractive', refusal: null } },
    });
    expect(message.parts.filter(({ type }) => type === 'source-document')).toHaveLength(
      answer.citations.length,
    );
  });

  it('names each source by its chapter and section', async () => {
    const parts = await partsOf(await chat([says('user', TRADE)]));
    const sources = parts.filter((part) => part.type === 'source-document');
    expect(sources[0]).toEqual({
      type: 'source-document',
      sourceId: '1',
      mediaType: 'text/plain',
      title: expect.stringMatching(/^(序言|第.章 .+|结语|编写说明与致谢)/),
    });
  });

  it('is not held back or changed on its way', async () => {
    const { headers } = await chat([says('user', TRADE)]);
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('cache-control')).toContain('no-transform');
  });

  it('reads the conversation before the question, whatever parts its answers have', async () => {
    const answered = {
      ...says('assistant', '948亿美元。'),
      parts: [
        { type: 'source-document', sourceId: '1', mediaType: 'text/plain', title: '第一章' },
        { type: 'data-status', data: { stage: 'done' } },
        { type: 'text', text: '948亿美元。' },
      ],
    };
    const message = await messageFrom(
      await chat([says('user', TRADE), answered, says('user', '比2023年增加了多少？')]),
    );
    expect(textOf(message)).not.toBe('');
  });

  it.each([
    ['control characters', '2024年\u0000中国与\u0007中亚\u001b[31m的贸易额是多少？\r\n\r\ndata: x'],
    ['a lone surrogate', '2024年中国与中亚\ud83d的贸易额\udc00是多少？'],
    ['line separators', '2024年中国与中亚\u2028的贸易额\u2029是多少？'],
  ])('streams well whatever is asked: %s', async (_, question) => {
    const message = await messageFrom(await chat([says('user', question)]));
    expect(textOf(message)).not.toBe('');
    expect(textOf(message).isWellFormed()).toBe(true);
  });

  it('streams a refusal as text and outcome, too', async () => {
    const questions = ['给我讲个关于猫的笑话', '红烧肉要放多少糖？', 'How do I fix the brakes of my car?'];
    const outcomes = await Promise.all(
      questions.map(async (question) => {
        const message = await messageFrom(await chat([says('user', question)]));
        expect(textOf(message)).not.toBe('');
        return message.parts.find(({ type }) => type === 'data-status');
      }),
    );
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          outcome: {
            mode: 'extractive',
            notice: '',
            refusal: { reason: expect.any(String), nearest: expect.any(Array) },
          },
        }),
      }),
    );
  });
});

describe('POST /api/chat refuses', () => {
  it.each(UNREADABLE)('%s', async (_, body, status, code) => {
    await expectError(await POST(post('/api/chat', body)), status, code);
  });

  const long = Array.from({ length: 22 }, (_, at) => says(at % 2 ? 'user' : 'assistant', '贸易'));
  it.each([
    ['no messages', [], 400, 'invalid-request'],
    ['messages that are no list', 'x', 400, 'invalid-request'],
    ['a message without parts', [{ id: 'm', role: 'user' }], 400, 'invalid-request'],
    ['a text that is none', [{ role: 'user', parts: [{ type: 'text', text: 1 }] }], 400, 'invalid-request'],
    ['a system’s message', [says('system', 'x'), says('user', TRADE)], 400, 'invalid-request'],
    [
      'an assistant’s message at the end',
      [says('user', TRADE), says('assistant', 'x')],
      400,
      'invalid-request',
    ],
    ['an empty question', [says('user', ' \u0000')], 400, 'question-empty'],
    ['a question without a text', [{ role: 'user', parts: [] }], 400, 'question-empty'],
    ['a question of 2,001 characters', [says('user', '中'.repeat(2_001))], 400, 'question-too-long'],
    ['21 earlier messages', long, 400, 'history-too-long'],
  ] as const)('%s', async (_, messages, status, code) => {
    await expectError(await chat(messages), status, code);
  });

  it.each([
    ['report', 'no-such', 404, 'unknown-report'],
    ['locale', 'fr', 400, 'unknown-locale'],
  ] as const)('an unknown %s', async (field, value, status, code) => {
    await expectError(await chat([says('user', TRADE)], { [field]: value }), status, code);
  });

  it('a body that does not end, without reading much of it', async () => {
    const { stream, bytesGiven, stopped } = endlessBody();
    await expectError(
      await POST(post('/api/chat', '', { body: stream, duplex: 'half' } as RequestInit)),
      413,
      'body-too-large',
    );
    expect(bytesGiven()).toBeLessThan(200 * 1024);
    expect(stopped()).toBe(true);
  });
});

describe('a client of /api/chat that leaves', () => {
  afterEach(() => setAssistant(corpus.assistant));

  it('ends the work on its answer, and nothing is reported', async () => {
    const report = vi.spyOn(console, 'error');
    const slow = slowed(corpus.assistant, 20);
    setAssistant(slow.assistant);
    const client = new AbortController();
    const response = await chat([says('user', '第一章讲什么？')], {}, { signal: client.signal });
    const reader = chunksOf(response).getReader();
    await reader.read();
    client.abort();
    await reader.cancel();
    await vi.waitFor(() => expect(slow.ended()).toBe(true), 2_000);
    expect(slow.given()).toBeLessThan(4);
    expect(report).not.toHaveBeenCalled();
  });
});

/** The assistant, pausing before each event, as one would that waits for a language model. */
function slowed(assistant: Assistant, milliseconds: number) {
  let given = 0;
  let ended = false;
  async function* slowly(events: AsyncIterable<AnswerEvent>) {
    try {
      for await (const event of events) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        given++;
        yield event;
      }
    } finally {
      ended = true;
    }
  }
  const ask = (question: Question, signal?: AbortSignal): Reply => {
    const { edition, events } = assistant.ask(question, signal);
    return { edition, events: slowly(events) };
  };
  const stand = { ask, reports: assistant.reports, edition: assistant.edition };
  return { assistant: stand as unknown as Assistant, given: () => given, ended: () => ended };
}
