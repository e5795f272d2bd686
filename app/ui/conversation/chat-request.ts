import type { Language } from '../../../lib/text/language.ts';
import type { ChatMessage } from '../../chat-message.ts';

/** What POST /api/chat takes: the last message asks, those before it are its history. */
const MOST_MESSAGES = 20;
/** The server refuses more than 64 KB; some room is left for what is counted differently. */
const MOST_BYTES = 60 * 1024;
/** Characters of one earlier message that are of use to a follow-up; the server takes 20,000. */
const LONGEST_TURN = 8_000;

interface Turn {
  readonly role: 'user' | 'assistant';
  readonly parts: readonly [{ readonly type: 'text'; readonly text: string }];
}

export interface ChatRequest {
  readonly messages: readonly Turn[];
  readonly locale: Language;
  readonly report?: string;
}

/** A conversation as it is sent: only its texts, and of a long one only the end, within the server's limits. */
export function chatRequest(
  messages: readonly ChatMessage[],
  locale: Language,
  report: string | undefined,
): ChatRequest {
  let turns = messages.slice(-MOST_MESSAGES).map(turnOf);
  const request = () => ({ messages: turns, locale, ...(report !== undefined && { report }) });
  while (turns.length > 1 && bytesOf(request()) > MOST_BYTES) turns = turns.slice(1);
  return request();
}

export function textOfMessage(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function turnOf(message: ChatMessage): Turn {
  const text = textOfMessage(message).slice(0, LONGEST_TURN);
  return { role: message.role === 'user' ? 'user' : 'assistant', parts: [{ type: 'text', text }] };
}

function bytesOf(request: ChatRequest): number {
  return new TextEncoder().encode(JSON.stringify(request)).length;
}
