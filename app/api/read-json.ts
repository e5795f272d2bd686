import { RequestError } from './error-response.ts';

const MAX_BODY_BYTES = 64 * 1024;
/** Deeper nesting than any request needs, and far less than what overflows a recursive check. */
const MAX_DEPTH = 16;

/**
 * A request's JSON body, counted while it is read, so that one that is too large is never all in memory.
 * @throws RequestError: body-too-large, invalid-json
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = decode(await readBytes(request));
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

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError('invalid-json', 'not UTF-8');
  }
}

/** The deepest bracket outside of strings. One step a character: a pattern could be made to go back and forth. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return deepest;
}
