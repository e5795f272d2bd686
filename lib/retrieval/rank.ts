import type { Language } from '../text/language.ts';
import type { PassageEvidence } from './evidence.ts';

/** A passage's final score, 0 to 1, and its sentences'. */
export interface PassageScore {
  readonly passage: number;
  readonly score: number;
  readonly sentences: readonly { readonly sentence: number; readonly score: number }[];
}

// Shares of a passage's score. Fitted by hand on questions with known places; see docs/retrieval.md for what
// each part brings.
const DENSE_SHARE = 0.8;
const ANTICIPATED_SHARE_OF_DENSE = 0.5;
/** A foreign question's own words against anticipated questions in its language: its Chinese terms are patchy. */
const FOREIGN_WORDS_SHARE = 0.5;
/** Shares of a sentence's score: itself, its questions, its passage. */
const SENTENCE_SHARES = { own: 0.35, question: 0.35, passage: 0.3 } as const;

/** Joins raw scores, each spread over 0 to 1 among the candidates, into one ranking, best first. */
export function rankPassages(evidence: readonly PassageEvidence[], language: Language): PassageScore[] {
  const bestOf = (read: (passage: PassageEvidence) => number[]) =>
    evidence.map((passage) => Math.max(...read(passage)));
  const anticipated = evidence.some((passage) => passage.sentences.some((s) => s.question !== undefined));
  const floor = lowestQuestion(evidence);

  const own = spread(evidence.map((passage) => passage.similarity));
  const sentence = spread(bestOf((passage) => passage.sentences.map((s) => s.similarity)));
  const question = spread(bestOf((passage) => passage.sentences.map((s) => s.question ?? floor)));
  const keywords = spread(evidence.map((passage) => passage.keywords));
  const foreign = spread(bestOf((passage) => passage.sentences.map((s) => s.questionKeywords)));

  const questionShare = anticipated ? ANTICIPATED_SHARE_OF_DENSE : 0;
  const foreignShare = language !== 'zh' && anticipated ? FOREIGN_WORDS_SHARE : 0;
  const scores = evidence.map((_, at) => {
    const dense =
      (1 - questionShare) * ((own.of(at) + sentence.of(at)) / 2) + questionShare * question.of(at);
    const chinese = DENSE_SHARE * dense + (1 - DENSE_SHARE) * keywords.of(at);
    return (1 - foreignShare) * chinese + foreignShare * foreign.of(at);
  });
  return evidence
    .map((passage, at) => ({
      passage: passage.passage,
      score: scores[at] ?? 0,
      sentences: passage.sentences.map((s) => ({
        sentence: s.sentence,
        score:
          SENTENCE_SHARES.own * sentence.scale(s.similarity) +
          SENTENCE_SHARES.question *
            (foreignShare > 0 ? foreign.scale(s.questionKeywords) : question.scale(s.question ?? floor)) +
          SENTENCE_SHARES.passage * (scores[at] ?? 0),
      })),
    }))
    .sort((a, b) => b.score - a.score);
}

function lowestQuestion(evidence: readonly PassageEvidence[]): number {
  const known = evidence.flatMap((passage) => passage.sentences.flatMap((s) => s.question ?? []));
  return known.length === 0 ? 0 : Math.min(...known);
}

/** Min-max: the lowest value is 0, the highest 1. */
function spread(values: readonly number[]): { of: (at: number) => number; scale: (value: number) => number } {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  const scale = (value: number) => (range > 0 ? (value - low) / range : 0);
  return { scale, of: (at) => scale(values[at] ?? low) };
}
