import type { RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentSecurityPolicy, NOT_IN_FRAMES } from '../app/content-security-policy.ts';
import { withoutFramework } from '../app/ui/page/static-page.ts';

/** Files and streams, which pass as they are. */
const NO_PAGE = /^\/(?:_next|api)\//;
const TEXT = /^(?:text\/|application\/javascript|image\/svg)/;
/** Quality at which a report's 250 KB take some milliseconds, off the main thread. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Gives pages a content security policy that names their inline scripts by hash. Pages are rendered once and
 * kept, so a nonce, which must be new in each response, cannot be in them. The hashes come from the HTML as it
 * leaves, which is therefore held until it is whole, and compressed here instead of by Next.
 */
export function servePages(handle: RequestListener): RequestListener {
  return (request, response) => {
    if (!NO_PAGE.test(request.url ?? '')) {
      const accepted = String(request.headers['accept-encoding'] ?? '');
      delete request.headers['accept-encoding'];
      holdBody(response, (body) => finishPage(response, body, accepted));
    }
    handle(request, response);
  };
}

async function finishPage(response: ServerResponse, body: Buffer, accepted: string): Promise<Buffer> {
  const type = String(response.getHeader('content-type'));
  if (body.length === 0 || !TEXT.test(type)) return body;
  return send(response, type.startsWith('text/html') ? asPage(response, body) : body, accepted);
}

function asPage(response: ServerResponse, body: Buffer): Buffer {
  const html = withoutFramework(body.toString());
  const own = response.getHeader('content-security-policy');
  response.setHeader('Content-Security-Policy', [contentSecurityPolicy(html), String(own ?? NOT_IN_FRAMES)]);
  // The same address differs by the reader's language; a browser asks again and is told “not modified”.
  // A frame, which brings its own policy, holds a token and is not to be stored at all.
  response.setHeader('Cache-Control', own ? 'private, no-store' : 'private, no-cache');
  return Buffer.from(html);
}

async function send(response: ServerResponse, body: Buffer, accepted: string): Promise<Buffer> {
  const [encoding, encoded] = await encode(body, accepted);
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', encoded.length);
  return encoded;
}

async function encode(body: Buffer, accepted: string): Promise<[encoding: string | undefined, body: Buffer]> {
  if (/\bbr\b/.test(accepted)) return ['br', await promisify(brotliCompress)(body, BROTLI)];
  if (/\bgzip\b/.test(accepted)) return ['gzip', await promisify(gzip)(body)];
  return [undefined, body];
}

/** The response's own methods, which are put in the place of its class's until the end. */
const HELD = ['writeHead', 'flushHeaders', 'write', 'end'] as const;

/** Collects what is written to a response; at its end `finish` may change headers and body, then all is sent. */
function holdBody(response: ServerResponse, finish: (body: Buffer) => Promise<Buffer>): void {
  const chunks: Buffer[] = [];
  type Written = [chunk?: unknown, encoding?: unknown, callback?: unknown];
  const collect = ([chunk, encoding]: Written) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, asEncoding(encoding)));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callbackOf = (written: Written) => written.find((value) => typeof value === 'function');

  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    setHeaders(response, rest.at(-1));
    return response;
  };
  response.flushHeaders = () => {};
  response.write = (...written: Written) => {
    collect(written);
    const callback = callbackOf(written);
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  };
  response.end = (...written: Written) => {
    collect(written);
    const callback = callbackOf(written);
    if (typeof callback === 'function') response.once('finish', () => callback());
    finish(Buffer.concat(chunks)).then(
      (body) => {
        for (const name of HELD) Reflect.deleteProperty(response, name);
        response.end(body);
      },
      (error) => response.destroy(error),
    );
    return response;
  };
}

function setHeaders(response: ServerResponse, headers: unknown): void {
  if (typeof headers !== 'object' || headers === null) return;
  const entries = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers);
  for (const [name, value] of entries) if (value !== undefined) response.setHeader(name, value);
}

/** `writeHead` also takes names and values in one list. */
function pairsOf(list: readonly string[]): [string, string][] {
  return list.flatMap((name, index) =>
    index % 2 === 0 ? [[name, list[index + 1] ?? ''] as [string, string]] : [],
  );
}

function asEncoding(value: unknown): BufferEncoding {
  return typeof value === 'string' ? (value as BufferEncoding) : 'utf8';
}
