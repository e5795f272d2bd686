import type { Retrieval } from '../retrieval/retriever.ts';
import type { RefusalReason } from './answer.ts';

/** Cosine below which nothing that was anticipated resembles the question. */
const NEAR_QUESTION = 0.62;
/** The same for a report without anticipated questions: the nearest sentence. */
const NEAR_SENTENCE = 0.5;

/** Why a question cannot be answered from what was retrieved, or undefined when it can. */
export function refusalReason({ forms }: Retrieval): RefusalReason | undefined {
  const nearestQuestion = Math.max(
    -1,
    ...forms.flatMap(({ evidence }) => evidence.questions.answered.similarities),
  );
  if (nearestQuestion >= 0) return nearestQuestion < NEAR_QUESTION ? 'off-topic' : undefined;
  const sentences = forms.flatMap(({ evidence }) =>
    evidence.passages.flatMap((passage) => passage.sentences),
  );
  const nearest = Math.max(-1, ...sentences.map((sentence) => sentence.similarity));
  return nearest < NEAR_SENTENCE ? 'off-topic' : undefined;
}
