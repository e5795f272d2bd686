import type { Citation } from '../../../lib/answer/answer.ts';
import type { ChatMessage, ChatStatus } from '../../chat-message.ts';
import { textOfMessage } from './chat-request.ts';

/** A question and what was answered, as far as it got. */
export interface Exchange {
  /** The question's message. */
  readonly id: string;
  readonly question: string;
  readonly answer: Answer | undefined;
}

export interface Answer {
  /** The answer's message. */
  readonly id: string;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Absent until the end, and for good when the answer was stopped or broke off. */
  readonly done: Extract<ChatStatus, { stage: 'done' }> | undefined;
}

export function exchangesOf(messages: readonly ChatMessage[]): Exchange[] {
  return messages.flatMap((message, index) => {
    if (message.role !== 'user') return [];
    const next = messages[index + 1];
    const answer = next?.role === 'assistant' ? answerOf(next) : undefined;
    return [{ id: message.id, question: textOfMessage(message), answer }];
  });
}

function answerOf(message: ChatMessage): Answer {
  const citations = message.parts.find((part) => part.type === 'data-citations')?.data ?? [];
  const status = message.parts.findLast((part) => part.type === 'data-status')?.data;
  return {
    id: message.id,
    text: textOfMessage(message),
    citations,
    done: status?.stage === 'done' ? status : undefined,
  };
}
