import type { PassageIndex } from '../passage-index/open.ts';
import { QUESTION_KINDS } from '../passages/passage.ts';

/** An entry that leads to no sentence, a question that none answers. */
const NONE = -1;

/**
 * All sentences of an index in one row, passage after passage, so that what is found for them can be kept in
 * plain arrays: a Map with keys made of two numbers costs more than the search itself.
 */
export interface SentenceNumbers {
  readonly count: number;
  /** Where each passage's sentences begin; one longer than the list of passages. */
  readonly starts: Int32Array;
  /** The sentence behind each entry of the sentences' layer. */
  readonly ofSentenceEntry: Int32Array;
  /** The sentence that answers each known question; -1 where none does. */
  readonly answering: Int32Array;
  /** Each known question's kind, by its place in QUESTION_KINDS. */
  readonly kinds: Uint8Array;
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
  const numberOf = ({ passage, sentence }: { passage?: number; sentence?: number }) =>
    passage === undefined || sentence === undefined ? NONE : (starts[passage] ?? NONE) + sentence;
  return {
    count: starts.at(-1) ?? 0,
    starts,
    ofSentenceEntry: Int32Array.from(layers.sentences.entries, numberOf),
    answering: Int32Array.from(questions, (question) =>
      question.kind === 'answered' ? numberOf(question) : NONE,
    ),
    kinds: Uint8Array.from(questions, ({ kind }) => QUESTION_KINDS.indexOf(kind)),
  };
}
