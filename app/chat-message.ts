import type { UIMessage } from 'ai';
import type { AnswerOutcome, Citation } from '../lib/answer/answer.ts';

/** How far an answer is, and at its end how it came out. */
export type ChatStatus =
  | { readonly stage: 'searching' | 'writing' }
  | { readonly stage: 'done'; readonly outcome: AnswerOutcome; readonly edition: string };

/** A message as /api/chat streams it: text, its citations in one data part, its status in another. */
export type ChatMessage = UIMessage<never, { citations: readonly Citation[]; status: ChatStatus }>;
