import type { ChatMessage } from '../chat-message.ts';
import { exchangesOf } from '../ui/conversation/exchange.ts';
import type { Tell } from './use-page.ts';

/**
 * Tells the page that a question was asked and how it was answered, each once, and not a word of either.
 * @returns what a conversation calls whenever there is something new
 */
export function reportExchanges(tell: Tell): (messages: readonly ChatMessage[]) => void {
  const answered = new Set<string>();
  let asked = '';
  return (messages) => {
    const last = exchangesOf(messages).at(-1);
    if (!last) return;
    if (last.id !== asked) tell({ type: 'question' });
    asked = last.id;
    const { answer } = last;
    if (!answer?.done || answered.has(answer.id)) return;
    answered.add(answer.id);
    const refused = answer.done.outcome.refusal !== null;
    tell({ type: 'answer', refused, citations: answer.citations.length });
  };
}
