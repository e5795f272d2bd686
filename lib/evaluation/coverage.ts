import { withoutWhitespace } from '../text/normalise.ts';
import type { EvaluationQuestion, GoldPlace } from './question-file.ts';

export interface PlacedText {
  readonly chapter: string;
  readonly section: string;
  readonly text: string;
}

/** A passage that holds this much of a quotation in one run covers it. */
const COVERED_SHARE = 0.6;

/** Whether a passage stands in the gold place's section and holds its quotation, or most of it. */
export function covers(passage: PlacedText, gold: GoldPlace): boolean {
  if (passage.chapter !== gold.chapter || passage.section !== gold.section) return false;
  const text = withoutWhitespace(passage.text);
  const quote = withoutWhitespace(gold.quote);
  return text.includes(quote) || longestSharedRun(text, quote) >= COVERED_SHARE * quote.length;
}

/**
 * How many passages, best first, it takes to answer: the first that covers a gold place, or, for a question of
 * several parts, the one that completes them. Infinity when there is none.
 */
export function rankOfAnswer(question: EvaluationQuestion, passages: readonly PlacedText[]): number {
  const ranks = question.gold.map((gold) => {
    const index = passages.findIndex((passage) => covers(passage, gold));
    return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
  });
  return question.type === 'multi' ? Math.max(...ranks) : Math.min(...ranks);
}

/** Length of the longest common substring. */
export function longestSharedRun(a: string, b: string): number {
  let longest = 0;
  let previous = new Uint32Array(b.length + 1);
  for (const character of a) {
    const current = new Uint32Array(b.length + 1);
    for (let column = 1; column <= b.length; column++) {
      if (b[column - 1] === character) {
        current[column] = (previous[column - 1] ?? 0) + 1;
        longest = Math.max(longest, current[column] ?? 0);
      }
    }
    previous = current;
  }
  return longest;
}
