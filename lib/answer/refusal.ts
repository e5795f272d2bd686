import type { Retrieval } from '../retrieval/retriever.ts';
import type { RefusalReason } from './answer.ts';

/** Cosine below which nothing that was anticipated resembles the question. */
const NEAR_QUESTION = 0.62;
/** The same for a report without anticipated questions: the nearest sentence. */
const NEAR_SENTENCE = 0.5;

/** Why a question cannot be answered from what was retrieved, or undefined when it can. */
export function refusalReason({ passages }: Retrieval): RefusalReason | undefined {
  const sentences = passages.flatMap((passage) => passage.evidence.sentences);
  const questions = sentences.flatMap((sentence) => sentence.question ?? []);
  if (questions.length > 0) return Math.max(...questions) < NEAR_QUESTION ? 'off-topic' : undefined;
  const nearest = Math.max(-1, ...sentences.map((sentence) => sentence.similarity));
  return nearest < NEAR_SENTENCE ? 'off-topic' : undefined;
}
