import type { Language } from '../text/language.ts';
import type { Evidence, PassageEvidence, SentenceEvidence } from './evidence.ts';

/** How likely each sentence of a passage is the one that answers: over all sentences they sum to 1. */
export interface PassageProbability {
  readonly passage: number;
  readonly evidence: PassageEvidence;
  /** In reading order. */
  readonly sentences: readonly { readonly sentence: number; readonly probability: number }[];
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
export type RankingWeights = Readonly<Record<(typeof RANKING_FEATURES)[number], number>>;

/** Cosines of this model lie close together: ten times their difference weighs like a difference in words. */
const COSINE_SCALE = 10;

/**
 * Fitted by `npm run fit` on questions whose sentence is known, none of them from an evaluation set
 * (docs/retrieval.md shows what each brings). A foreign question leans on its own words: its Chinese terms are
 * patchy.
 */
export const RANKING_WEIGHTS: Readonly<Record<'chinese' | 'foreign', RankingWeights>> = {
  chinese: {
    passage: 1.01,
    sentence: 1.24,
    question: 1.91,
    passageWords: 0.91,
    questionWords: 0.86,
    threeQuestionsWords: 0.84,
    translatedWords: 0,
  },
  foreign: {
    passage: 0.13,
    sentence: 1.11,
    question: 0.91,
    passageWords: 0.77,
    questionWords: 1.86,
    threeQuestionsWords: 1.9,
    translatedWords: 0.93,
  },
};

/** A log-linear model of which sentence answers: the softmax of weighted evidence. */
export function sentenceProbabilities(evidence: Evidence, language: Language): PassageProbability[] {
  const weights = Object.values(RANKING_WEIGHTS[language === 'zh' ? 'chinese' : 'foreign']);
  const features = rankingFeatures(evidence);
  const scores = features.map((rows) => rows.map((row) => dot(row, weights)));
  const highest = Math.max(...scores.flat());
  const powers = scores.map((row) => row.map((score) => Math.exp(score - highest)));
  const total = powers.flat().reduce((sum, power) => sum + power, 0);
  return evidence.passages.map((passage, at) => ({
    passage: passage.passage,
    evidence: passage,
    sentences: passage.sentences.map(({ sentence }, row) => ({
      sentence,
      probability: (powers[at]?.[row] ?? 0) / total,
    })),
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
