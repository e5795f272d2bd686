import type { PassageIndex } from '../passage-index/open.ts';

/** A background question leads to no sentence. */
const NONE = -1;

/**
 * All sentences of an index in one row, passage after passage, so that what is found for them can be kept in
 * plain arrays: a Map with keys made of two numbers costs more than the search itself.
 */
export interface SentenceNumbers {
  readonly count: number;
  /** Where each passage's sentences begin; one longer than the list of passages. */
  readonly starts: Int32Array;
  /** The sentence behind each entry of the sentences' layer, of the questions' layer, and each question. */
  readonly ofSentenceEntry: Int32Array;
  readonly ofQuestionEntry: Int32Array;
  readonly ofQuestion: Int32Array;
}

const known = new WeakMap<PassageIndex, SentenceNumbers>();

/** Worked out once for an index. */
export function sentenceNumbers(index: PassageIndex): SentenceNumbers {
  const numbers = known.get(index) ?? numberSentences(index);
  known.set(index, numbers);
  return numbers;
}

function numberSentences({ passages, layers, questions }: PassageIndex): SentenceNumbers {
  const starts = new Int32Array(passages.length + 1);
  passages.forEach(({ sentences }, passage) => {
    starts[passage + 1] = (starts[passage] ?? 0) + sentences.length;
  });
  const numbersOf = (entries: readonly { passage?: number; sentence?: number }[]) =>
    Int32Array.from(entries, ({ passage, sentence }) =>
      passage === undefined || sentence === undefined ? NONE : (starts[passage] ?? NONE) + sentence,
    );
  return {
    count: starts.at(-1) ?? 0,
    starts,
    ofSentenceEntry: numbersOf(layers.sentences.entries),
    ofQuestionEntry: numbersOf(layers.questions.entries),
    ofQuestion: numbersOf(questions),
  };
}
