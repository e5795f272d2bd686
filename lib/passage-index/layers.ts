import type { Passage, PassageChild } from '../passages/passage.ts';

/**
 * What a question is compared with. Each layer has its own vectors and its own HNSW graph; every entry leads to
 * a passage.
 */
export const LAYERS = ['passages', 'sentences', 'questions'] as const;
export type LayerName = (typeof LAYERS)[number];

export interface LayerEntry {
  /** Position in the list of passages. */
  readonly passage: number;
  /** Position in that passage's sentences; absent where the entry is the passage itself. */
  readonly sentence?: number;
  readonly text: string;
}

export type LayerEntries = Readonly<Record<LayerName, readonly LayerEntry[]>>;

/** The bundled model reads Chinese only: questions in other languages are found by their words instead. */
export function layerEntries(
  passages: readonly Passage[],
  sentences: readonly PassageChild[],
  questions: readonly PassageChild[],
): LayerEntries {
  return {
    passages: passages.map((passage, index) => ({ passage: index, text: passage.text })),
    sentences: sentences.map(entryOf),
    questions: questions.filter((question) => question.language === 'zh').map(entryOf),
  };
}

function entryOf({ passage, sentence, text }: PassageChild): LayerEntry {
  return { passage, sentence, text };
}
