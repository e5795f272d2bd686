import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the service does next with a request. */
export type Step =
  /** A piece of the answer. */
  | { readonly say: string }
  | { readonly think: string }
  /** Milliseconds. */
  | { readonly wait: number }
  /** Bytes as they are, instead of an event. */
  | { readonly raw: string }
  /** An HTTP error; must be the first step. */
  | { readonly status: number; readonly body?: string }
  | { readonly finish: 'stop' | 'length' | 'content_filter' }
  | { readonly usage: { readonly input: number; readonly output: number } }
  /** The connection is cut. */
  | { readonly reset: true }
  /** Nothing more happens, and the connection stays open. */
  | { readonly hang: true }
  /** The response ends where it is, without the closing event. */
  | { readonly stop: true };

export type Script = readonly Step[];

export interface ReceivedRequest {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: { content: string }[];
    readonly input?: string | readonly string[];
  };
  /** Milliseconds of performance.now(). */
  readonly receivedAt: number;
  /** When the client closed the connection before the answer's end; milliseconds of performance.now(). */
  closedAt?: number;
}

/** An OpenAI-compatible service on a real socket that plays a script for each request; the last one again and again. */
export interface ScriptedService {
  readonly baseUrl: string;
  readonly requests: ReceivedRequest[];
  play(...scripts: Script[]): void;
  close(): Promise<void>;
}

export async function startScriptedService(): Promise<ScriptedService> {
  let scripts: readonly Script[] = [[{ status: 500 }]];
  let played = 0;
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const received: ReceivedRequest = {
      receivedAt: performance.now(),
      path: request.url ?? '',
      key: request.headers.authorization,
      body: JSON.parse(await textOf(request)),
    };
    requests.push(received);
    response.on('close', () => {
      if (!response.writableEnded) received.closedAt = performance.now();
    });
    if (received.path.endsWith('/embeddings')) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(embeddingsOf(received.body.input ?? [])));
      return;
    }
    const script = scripts[Math.min(played++, scripts.length - 1)] ?? [];
    await perform(script, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    play: (...next) => {
      scripts = next;
      played = 0;
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer in a few pieces, as an ordinary model gives it. */
export function saying(text: string, pieceLength = 7): Script {
  const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) => ({
    say: text.slice(at * pieceLength, (at + 1) * pieceLength),
  }));
  return [...pieces, { finish: 'stop' }];
}

async function perform(script: Script, response: ServerResponse): Promise<void> {
  const [first] = script;
  if (first && 'status' in first) {
    response.writeHead(first.status, { 'Content-Type': 'application/json' });
    response.end(first.body ?? JSON.stringify({ error: { message: 'scripted', type: 'error', code: null } }));
    return;
  }
  const begin = () => {
    if (!response.headersSent) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.flushHeaders();
    }
  };
  for (const step of script) {
    if (response.destroyed) return;
    if ('wait' in step) await sleep(step.wait);
    else if ('reset' in step) {
      response.socket?.resetAndDestroy();
      return;
    } else if ('hang' in step) return;
    else if ('stop' in step) {
      begin();
      response.end();
      return;
    } else {
      begin();
      if (!response.write(bytesOf(step))) await drained(response);
    }
  }
  begin();
  response.end('data: [DONE]\n\n');
}

function bytesOf(step: Step): string {
  if ('raw' in step) return step.raw;
  if ('say' in step) return chunk([{ index: 0, delta: { content: step.say }, finish_reason: null }]);
  if ('think' in step)
    return chunk([{ index: 0, delta: { reasoning_content: step.think }, finish_reason: null }]);
  if ('finish' in step) return chunk([{ index: 0, delta: {}, finish_reason: step.finish }]);
  if ('usage' in step) {
    const { input, output } = step.usage;
    return chunk([], { prompt_tokens: input, completion_tokens: output, total_tokens: input + output });
  }
  return '';
}

function chunk(choices: unknown[], usage?: unknown): string {
  const event = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices,
    ...(usage !== undefined && { usage }),
  };
  return `data: ${JSON.stringify(event)}\n\n`;
}

/** Vectors that depend on their texts alone, of no particular length. */
function embeddingsOf(input: string | readonly string[]) {
  const data = [input].flat().map((text, index) => ({
    object: 'embedding',
    index,
    embedding: [text.length, text.codePointAt(0) ?? 1, 3],
  }));
  return { object: 'list', model: 'scripted', data, usage: { prompt_tokens: 1, total_tokens: 1 } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const piece of request) chunks.push(piece as Buffer);
  return Buffer.concat(chunks).toString();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
