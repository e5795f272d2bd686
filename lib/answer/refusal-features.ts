import { QUESTION_KINDS, type QuestionKind } from '../passages/passage.ts';
import type { SearchedForm } from '../retrieval/retriever.ts';
import { carries, demandOf } from './demand.ts';

/** What tells whether a question is about the report at all, and whether the report answers it. */
export const REFUSAL_FEATURES = [
  'nearestAnswered',
  'nearestUnanswered',
  'nearestBackground',
  'fewAnswered',
  'fewUnanswered',
  'fewBackground',
  'wordsAnswered',
  'wordsUnanswered',
  'wordsBackground',
  'nearestSentence',
  'peak',
  'carries',
  'missesNumber',
  'oddsUnanswered',
  'oddsBackground',
  'meanOddsUnanswered',
  'meanOddsBackground',
] as const;

/** Cosines lie close together; ten times their value is of the size of the other features. */
const COSINE_SCALE = 10;
/** Neighbours whose mean is less chance than the nearest alone. */
const FEW = 4;

const LARGEST_ODDS = 8;

/** REFUSAL_FEATURES of one form of a question. */
export function refusalFeatures({ query, evidence, passages }: SearchedForm): number[] {
  const { questions } = evidence;
  const nearest = (kind: QuestionKind) => COSINE_SCALE * (questions[kind].similarities[0] ?? questions.floor);
  const few = (kind: QuestionKind) =>
    COSINE_SCALE *
    mean(Array.from({ length: FEW }, (_, at) => questions[kind].similarities[at] ?? questions.floor));
  const highest = Math.max(1, ...QUESTION_KINDS.flatMap((kind) => questions[kind].words));
  const words = (kind: QuestionKind) => (questions[kind].words[0] ?? 0) / highest;
  const sentences = evidence.passages.flatMap((passage) => passage.sentences);
  const best = passages[0]?.sentences.toSorted((a, b) => b.score - a.score)[0];
  const text = best?.sentence.text ?? '';
  return [
    nearest('answered'),
    nearest('unanswered'),
    nearest('background'),
    few('answered'),
    few('unanswered'),
    few('background'),
    words('answered'),
    words('unanswered'),
    words('background'),
    COSINE_SCALE * Math.max(-1, ...sentences.map((sentence) => sentence.similarity)),
    best?.score ?? 0,
    carries(text, demandOf(query.text)) === false ? 0 : 1,
    numbersOf(query.text).every((number) => text.includes(number)) ? 0 : 1,
    bounded(questions.odds.unanswered.sum),
    bounded(questions.odds.background.sum),
    questions.odds.unanswered.mean,
    questions.odds.background.mean,
  ];
}

/** Many words, each of which says a little, must not outweigh everything else. */
function bounded(odds: number): number {
  return Math.max(-LARGEST_ODDS, Math.min(LARGEST_ODDS, odds));
}

/** Years and figures that a question names. */
function numbersOf(question: string): string[] {
  return question.match(/\d+(?:\.\d+)?/g) ?? [];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
