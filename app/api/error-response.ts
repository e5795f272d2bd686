import { debugRequested } from '../../lib/settings.ts';
import { LANGUAGES, type Language } from '../../lib/text/language.ts';
import { type ErrorCode, wordingIn } from '../../lib/wording/wording.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'invalid-json': 400,
  'invalid-request': 400,
  'question-empty': 400,
  'question-too-long': 400,
  'history-too-long': 400,
  'unknown-locale': 400,
  'body-too-large': 413,
  'unknown-report': 404,
  'not-found': 404,
  'foreign-origin': 403,
  'token-invalid': 401,
  'token-expired': 401,
  'unknown-partner': 403,
  'too-many-questions': 429,
  'budget-spent': 429,
  'not-ready': 503,
  internal: 500,
};

/** What is wrong with a request. The status follows from the code. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds after which the same request may be answered. */
  readonly retryAfter: number | undefined;

  /** @param detail says what exactly, in English, behind the reader's sentence */
  constructor(
    code: ErrorCode,
    detail = '',
    { headers = {}, retryAfter }: { headers?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(detail);
    this.code = code;
    this.headers = retryAfter === undefined ? headers : { ...headers, 'Retry-After': String(retryAfter) };
    this.retryAfter = retryAfter;
  }
}

/** What nginx logs for a client that left; nobody reads the response. */
const CLIENT_LEFT = 499;

/** `{ error: { code, message } }` in the language that the browser prefers. */
export function errorResponse(error: unknown, request: Request): Response {
  if (request.signal.aborted) return new Response(null, { status: CLIENT_LEFT });
  if (!(error instanceof RequestError))
    console.error(debugRequested() ? error : `Unexpected: ${String(error)}`);
  const known = error instanceof RequestError ? error : new RequestError('internal');
  const { code, message: detail, headers, retryAfter } = known;
  const { errors, embed } = wordingIn(preferredLanguage(request));
  const advice = retryAfter === undefined ? '' : embed.tryAgainIn(retryAfter);
  const message = `${errors[code]}${advice}${detail ? ` (${detail})` : ''}`;
  return Response.json({ error: { code, message } }, { status: STATUS[code], headers });
}

function preferredLanguage(request: Request): Language {
  const wanted = request.headers.get('accept-language')?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === wanted) ?? 'zh';
}
