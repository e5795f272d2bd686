import { RequestError } from './error-response.ts';

const MAX_BODY_BYTES = 64 * 1024;
/** Deeper nesting than any request needs, and far less than what overflows a recursive check. */
const MAX_DEPTH = 16;

/**
 * A request's JSON body, counted while it is read, so that one that is too large is never all in memory.
 * @throws RequestError: body-too-large, invalid-json
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request));
  if (depthOf(text) > MAX_DEPTH) throw new RequestError('invalid-json', `nested more than ${MAX_DEPTH} deep`);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError('invalid-json');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    throw new RequestError('body-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new RequestError('body-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The deepest bracket outside of strings. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}
