import type { Language } from '../text/language.ts';
import type { Evidence, SentenceEvidence } from './evidence.ts';
import fittedWeights from './ranking-weights.json' with { type: 'json' };

/** How likely each sentence of a passage is the one that answers: over all sentences they sum to 1. */
export interface PassageProbability {
  /** Position in the list of passages. */
  readonly passage: number;
  /** By position in the passage. */
  readonly sentences: readonly number[];
}

/** What a sentence's probability rests on. */
export const RANKING_FEATURES = [
  'passage',
  'sentence',
  'question',
  'passageWords',
  'questionWords',
  'threeQuestionsWords',
  'translatedWords',
] as const;

/** A weight for each feature, for Chinese questions and for others. */
export type RankingWeights = Readonly<
  Record<'chinese' | 'foreign', Readonly<Record<(typeof RANKING_FEATURES)[number], number>>>
>;

/**
 * Fitted by `npm run fit` on questions whose sentence is known, none of them from an evaluation set
 * (docs/retrieval.md shows what each part brings). A foreign question leans on its own words: its Chinese terms
 * are patchy.
 */
export const FITTED_WEIGHTS: RankingWeights = fittedWeights;

/** Cosines of this model lie close together: ten times their difference weighs like a difference in words. */
const COSINE_SCALE = 10;

/** A log-linear model of which sentence answers: the softmax of weighted evidence. */
export function sentenceProbabilities(
  evidence: Evidence,
  language: Language,
  weights: RankingWeights,
): PassageProbability[] {
  const ofLanguage = weights[language === 'zh' ? 'chinese' : 'foreign'];
  const inOrder = RANKING_FEATURES.map((name) => ofLanguage[name]);
  const features = rankingFeatures(evidence);
  const scores = features.map((rows) => rows.map((row) => dot(row, inOrder)));
  const highest = Math.max(...scores.flat());
  const powers = scores.map((row) => row.map((score) => Math.exp(score - highest)));
  const total = powers.flat().reduce((sum, power) => sum + power, 0);
  return evidence.passages.map((passage, at) => ({
    passage: passage.passage,
    sentences: passage.sentences.map((_, row) => (powers[at]?.[row] ?? 0) / total),
  }));
}

/** RANKING_FEATURES of each passage's sentences, words as shares of the best. */
export function rankingFeatures({ passages, questions }: Evidence): number[][][] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const share = (values: readonly number[]) => {
    const highest = Math.max(0, ...values);
    return (value: number) => (highest > 0 ? value / highest : 0);
  };
  const of = (read: (sentence: SentenceEvidence) => number) => share(sentences.map(read));
  const passageWords = share(passages.map((passage) => passage.words));
  const questionWords = of((sentence) => sentence.questionWords);
  const threeQuestionsWords = of((sentence) => sentence.threeQuestionsWords);
  const translatedWords = of((sentence) => sentence.translatedWords);
  return passages.map((passage) =>
    passage.sentences.map((sentence) => [
      COSINE_SCALE * passage.similarity,
      COSINE_SCALE * sentence.similarity,
      COSINE_SCALE * (sentence.question ?? questions.floor),
      passageWords(passage.words),
      questionWords(sentence.questionWords),
      threeQuestionsWords(sentence.threeQuestionsWords),
      translatedWords(sentence.translatedWords),
    ]),
  );
}

function dot(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
