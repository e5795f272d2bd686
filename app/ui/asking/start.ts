import type { ChatMessage } from '../../chat-message.ts';
import { loadConversation, newConversationId } from './stored-conversations.ts';

/** How a conversation begins, or goes on. */
export interface Start {
  readonly id: string;
  readonly messages: readonly ChatMessage[];
  readonly report?: string | undefined;
  /** Asked at once: a shared link. */
  readonly question?: string | undefined;
  /** For the reader to send: “ask about this section”. */
  readonly draft?: string | undefined;
  /** A conversation that this browser does not have. */
  readonly elsewhere?: boolean;
}

/** What the server renders: the first screen. */
export const FRESH: Start = { id: '', messages: [] };

/**
 * Reads the page's address: `?c=` a kept conversation, `?q=` a question, `?draft=` one to be finished. Undefined
 * where it asks for nothing: the first screen then stays as it is, with what was typed meanwhile.
 */
export function startFromAddress(search: string): Start | undefined {
  const parameters = new URLSearchParams(search);
  if (parameters.size === 0) return undefined;
  const kept = parameters.get('c');
  if (kept) {
    const conversation = loadConversation(kept);
    if (conversation) return conversation;
  }
  return {
    id: newConversationId(),
    messages: [],
    report: parameters.get('report') ?? undefined,
    question: parameters.get('q')?.trim() || undefined,
    draft: parameters.get('draft') ?? undefined,
    elsewhere: kept !== null,
  };
}

/** Keeps the conversation in the address, so that a reload comes back to it and a question is asked only once. */
export function showInAddress(id: string | undefined): void {
  history.replaceState(history.state, '', id ? `/?c=${id}` : '/');
}
