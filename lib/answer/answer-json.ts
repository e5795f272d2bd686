import type { AnswerOutcome, Citation } from './answer.ts';

/** An answer as POST /api/ask gives it. */
export interface AnswerJson {
  readonly answer: string;
  readonly mode: AnswerOutcome['mode'];
  readonly refused: boolean;
  readonly refusal: AnswerOutcome['refusal'];
  readonly citations: readonly Citation[];
  readonly edition: string;
  readonly notice: string;
  readonly checked?: AnswerOutcome['checked'];
  readonly completedQuestion?: string;
}

export function answerJson(
  answer: AnswerOutcome & {
    readonly text: string;
    readonly citations: readonly Citation[];
    readonly edition: string;
  },
): AnswerJson {
  const { text, mode, refusal, citations, edition, notice, checked, completedQuestion } = answer;
  return {
    answer: text,
    mode,
    refused: refusal !== null,
    refusal,
    citations,
    edition,
    notice,
    ...(checked && { checked }),
    ...(completedQuestion !== undefined && { completedQuestion }),
  };
}
