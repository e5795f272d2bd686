import { useEffect, useRef } from 'react';
import type { Stage } from './use-conversation.ts';

/**
 * Asks what the page around a conversation wants asked; each question waits until the one before is answered.
 * @param questions in their order; the list only ever grows
 * @param busy whether another question is asked first
 */
export function useOutsideQuestions(
  questions: readonly string[],
  busy: boolean,
  stage: Stage,
  ask: (question: string) => void,
): void {
  const taken = useRef(0);
  // The stage follows a question a moment later.
  const asked = useRef(busy);
  useEffect(() => {
    const next = questions[taken.current];
    if (stage !== 'idle') asked.current = false;
    else if (next !== undefined && !asked.current) {
      asked.current = true;
      taken.current += 1;
      ask(next);
    }
  }, [questions, stage, ask]);
}
