import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Stage } from './use-conversation.ts';

/** What the page around a conversation may do with it. */
export interface ConversationHandle {
  readonly ask: (question: string) => void;
}

/** Questions that do not come from the question box: each waits until the one before is answered. */
export function useOutsideQuestions(
  handle: Ref<ConversationHandle> | undefined,
  stage: Stage,
  ask: (question: string) => void,
): void {
  const waiting = useRef<string[]>([]);
  useImperativeHandle(handle, () => ({
    ask: (question) => (stage === 'idle' ? ask(question) : waiting.current.push(question)),
  }));
  useEffect(() => {
    const next = stage === 'idle' ? waiting.current.shift() : undefined;
    if (next) ask(next);
  });
}
