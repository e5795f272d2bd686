import type { KnownQuestion, Passage, SentenceChild } from '../passages/passage.ts';

/**
 * What a question is compared with. Each layer has its own vectors and its own HNSW graph; every entry but a
 * background question leads to a passage.
 */
export const LAYERS = ['passages', 'sentences', 'questions'] as const;
export type LayerName = (typeof LAYERS)[number];

export interface LayerEntry {
  /** Position in the list of passages. */
  readonly passage?: number;
  /** Position in that passage's sentences; absent where the entry is the passage itself. */
  readonly sentence?: number;
  /** Position in the list of known questions, for an entry that is one. */
  readonly question?: number;
  readonly text: string;
}

export type LayerEntries = Readonly<Record<LayerName, readonly LayerEntry[]>>;

/** The bundled model reads Chinese only: questions in other languages are found by their words instead. */
export function layerEntries(
  passages: readonly Passage[],
  sentences: readonly SentenceChild[],
  questions: readonly KnownQuestion[],
): LayerEntries {
  return {
    passages: passages.map(({ text }, passage) => ({ passage, text })),
    sentences,
    questions: questions.flatMap(({ language, passage, sentence, text }, question) =>
      language === 'zh' ? [{ ...(passage !== undefined && { passage, sentence }), question, text }] : [],
    ),
  };
}
