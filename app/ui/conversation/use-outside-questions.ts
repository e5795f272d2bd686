import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
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
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  // The stage follows a question a moment later.
  const asked = useRef(false);
  useImperativeHandle(
    handle,
    () => ({ ask: (question) => setWaiting((before) => [...before, question]) }),
    [],
  );
  useEffect(() => {
    const [next] = waiting;
    if (stage !== 'idle') asked.current = false;
    else if (next !== undefined && !asked.current) {
      asked.current = true;
      setWaiting((before) => before.slice(1));
      ask(next);
    }
  }, [stage, waiting, ask]);
}
