/** Why a model gave no answer, or no whole one. */
export const FAILURES = [
  'unauthorised',
  'out-of-credit',
  'unknown-model',
  'bad-request',
  'rate-limited',
  'service-error',
  'unreachable',
  'broken-off',
  'malformed',
  'filtered',
  'empty',
  'too-slow',
  'too-long',
  'repetition',
  'over-budget',
  'resting',
] as const;
export type FailureKind = (typeof FAILURES)[number];

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'unauthorised',
  402: 'out-of-credit',
  403: 'unauthorised',
  404: 'unknown-model',
  408: 'too-slow',
  429: 'rate-limited',
};

/** Another try may go better, and nothing has been shown yet. */
const WORTH_RETRYING: ReadonlySet<FailureKind> = new Set([
  'rate-limited',
  'service-error',
  'unreachable',
  'broken-off',
]);

/** An expected failure of a language model. The message fits a log line and holds nothing of the request. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }

  get worthRetrying(): boolean {
    return WORTH_RETRYING.has(this.kind);
  }
}

/** What went wrong in a call, judged by the HTTP status or the network's code somewhere among an error's causes. */
export function modelFailure(error: unknown): ModelFailure {
  const causes = causesOf(error);
  const known = causes.find((cause) => cause instanceof ModelFailure);
  if (known) return known;
  const status = causes.map((cause) => numberAt(cause, 'statusCode')).find((code) => code !== undefined);
  // A 200 whose body could not be understood carries its status too.
  if (status !== undefined && status >= 400) {
    const kind = BY_STATUS[status] ?? (status >= 500 ? 'service-error' : 'bad-request');
    return new ModelFailure(kind, `the service answered with status ${status}`);
  }
  const code = causes.map((cause) => textAt(cause, 'code')).find((text) => /^(E[A-Z]+|UND_ERR)/.test(text));
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE')
    return new ModelFailure('broken-off', `the connection was closed (${code})`);
  if (code) return new ModelFailure('unreachable', `the service cannot be reached (${code})`);
  if (causes.some((cause) => /^(terminated|fetch failed|Cannot connect)/i.test(textAt(cause, 'message'))))
    return new ModelFailure('broken-off', 'the connection was closed');
  return new ModelFailure('malformed', `the reply cannot be understood (${nameOf(causes)})`);
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (
    let cause = error;
    cause && !causes.includes(cause);
    cause = (cause as Error).cause ?? lastError(cause)
  ) {
    causes.push(cause);
  }
  return causes;
}

/** The AI SDK's RetryError keeps what it gave up on there. */
function lastError(error: unknown): unknown {
  return (error as { lastError?: unknown }).lastError;
}

function numberAt(error: unknown, key: string): number | undefined {
  const value = (error as Record<string, unknown>)[key];
  return typeof value === 'number' ? value : undefined;
}

function textAt(error: unknown, key: string): string {
  const value = (error as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : '';
}

function nameOf(causes: readonly unknown[]): string {
  return textAt(causes.at(-1) ?? {}, 'name') || 'error event';
}
