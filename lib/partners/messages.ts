// What the loader on a partner's page and the frame say to each other with postMessage. Both sides import this, so
// it has no dependencies: every byte of it is on every partner's page.

/** Tells our messages from others'; a new form gets a new number. */
const VERSION = 1;
/** As long as a question may be. */
const MAX_QUESTION_CHARACTERS = 2_000;
const MAX_URL_CHARACTERS = 2_000;

/** What the frame tells the page. Never what the reader asks, nor what is answered. */
export type FrameMessage =
  | { readonly type: 'ready' | 'close' | 'question' }
  | { readonly type: 'answer'; readonly refused: boolean; readonly citations: number }
  /** A path on our site. */
  | { readonly type: 'citation'; readonly url: string }
  | { readonly type: 'error'; readonly code: string };

/** What the page asks of the frame. */
export type PageMessage = { readonly type: 'focus' } | { readonly type: 'ask'; readonly question: string };

/** The part of a MessageEvent that says where it comes from. */
export interface Received {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** Whom a message must come from: this window, and a document of this origin in it. */
export interface Sender {
  readonly origin: string;
  readonly source: unknown;
}

export function sealed<Message extends FrameMessage | PageMessage>(message: Message) {
  return { ...message, zhangwen: VERSION };
}

export function readFrameMessage(received: Received, frame: Sender): FrameMessage | undefined {
  const data = fieldsFrom(received, frame);
  switch (data?.type) {
    case 'ready':
    case 'close':
    case 'question':
      return { type: data.type };
    case 'answer': {
      const { refused, citations } = data;
      if (typeof refused !== 'boolean' || !Number.isInteger(citations)) return undefined;
      return { type: 'answer', refused, citations: citations as number };
    }
    case 'citation': {
      const { url } = data;
      // Two slashes, or a slash and a backslash, would name another host.
      return isText(url, MAX_URL_CHARACTERS) && /^\/(?![/\\])/.test(url)
        ? { type: 'citation', url }
        : undefined;
    }
    case 'error':
      return isText(data.code, 40) ? { type: 'error', code: data.code } : undefined;
  }
}

export function readPageMessage(received: Received, page: Sender): PageMessage | undefined {
  const data = fieldsFrom(received, page);
  if (data?.type === 'focus') return { type: 'focus' };
  const question = data?.question;
  if (data?.type !== 'ask' || !isText(question, MAX_QUESTION_CHARACTERS) || !question.trim())
    return undefined;
  return { type: 'ask', question };
}

function fieldsFrom(received: Received, sender: Sender): Record<string, unknown> | undefined {
  const { data, origin, source } = received;
  if (!source || source !== sender.source || origin !== sender.origin || origin === 'null') return undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const fields = data as Record<string, unknown>;
  return fields.zhangwen === VERSION ? fields : undefined;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}
