import type { PageWording } from '../../../lib/wording/zh-page.ts';

export type FailureKind = 'offline' | 'unreachable' | 'timeout' | 'limit' | 'refused' | 'broken';

/** Why no answer came, or not the whole of it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;

  /** @param sentence the server's own words, in the reader's language */
  constructor(kind: FailureKind, sentence = '') {
    super(sentence);
    this.kind = kind;
  }
}

const UNREACHABLE_STATUS = [502, 503, 504];

/** What a response that is no answer means. */
export async function failureOfResponse(response: Response): Promise<Failure> {
  if (UNREACHABLE_STATUS.includes(response.status)) return new Failure('unreachable');
  const body: unknown = await response.json().catch(() => undefined);
  const sentence = sentenceIn(body);
  if (response.status === 429) return new Failure('limit', sentence);
  return sentence ? new Failure('refused', sentence) : new Failure('broken');
}

/** What an error met while asking means. The connection's errors are TypeErrors in every browser. */
export function failureOf(error: Error): Failure {
  if (error instanceof Failure) return error;
  if (!navigator.onLine) return new Failure('offline');
  return new Failure(error instanceof TypeError ? 'unreachable' : 'broken');
}

/** The words for it: the server's, where it said something that the reader can act upon. */
export function failureSentence(failure: Failure, failures: PageWording['failures']): string {
  return failure.kind === 'refused' ? failure.message : failure.message || failures[failure.kind];
}

function sentenceIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return String(error.message);
}
