import { expect } from 'vitest';
import type { ErrorCode } from '../../../lib/wording/wording.ts';

const ADDRESS = 'http://localhost:3500';

export function post(path: string, body: unknown, init: RequestInit = {}): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  return new Request(`${ADDRESS}${path}`, { method: 'POST', headers, body: text, ...init });
}

export function get(path: string, init: RequestInit = {}): Request {
  return new Request(`${ADDRESS}${path}`, init);
}

/** A body that goes on for as long as it is read. */
export function endlessBody(): {
  stream: ReadableStream<Uint8Array>;
  bytesGiven: () => number;
  stopped: () => boolean;
} {
  const chunk = new TextEncoder().encode(' '.repeat(16 * 1024));
  let given = 0;
  let stopped = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        given += chunk.byteLength;
        if (given > 1e9) controller.close();
        else controller.enqueue(chunk);
      },
      cancel() {
        stopped = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, bytesGiven: () => given, stopped: () => stopped };
}

/** Holds for an error of the documented form: a code and a sentence, nothing of the machinery. */
export async function expectError(response: Response, status: number, code: ErrorCode): Promise<string> {
  const body = await response.json();
  expect({ status: response.status, code: body.error?.code }).toEqual({ status, code });
  expect(body).toEqual({ error: { code, message: expect.any(String) } });
  expect(body.error.message).toMatch(/\p{L}/u);
  expect(body.error.message).not.toMatch(/\n| at .*:\d+|node_modules|Error:/);
  return body.error.message;
}
