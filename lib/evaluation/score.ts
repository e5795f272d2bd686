import { withoutWhitespace } from '../text/normalise.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { type PlacedText, rankOfAnswer } from './coverage.ts';
import { type EvaluationQuestion, QUESTION_TYPES, type QuestionType, wantsRefusal } from './question-file.ts';

/** What was retrieved and answered, as far as it is scored. */
export interface Response {
  readonly passages: readonly PlacedText[];
  readonly answer: string;
  readonly refused: boolean;
  readonly citations: readonly { chapter: string; section: string; quote: string }[];
  readonly milliseconds: number;
}

export interface QuestionScore {
  readonly question: EvaluationQuestion;
  readonly response: Response;
  /** Infinity when no passage covers the gold; undefined where there is no gold. */
  readonly rank?: number;
  /**
   * Every expected answer is there, in few enough quoted sentences. Undefined where the question names no
   * expected answer.
   */
  readonly answered?: boolean;
  readonly cited?: boolean;
  readonly refusedRightly: boolean;
  /** Every quotation is in the report, in the chapter and section that it names. */
  readonly verbatim: boolean;
}

/** Shares of 1, or undefined where no question of that kind was asked. */
export interface Figures {
  readonly questions: number;
  readonly recallAt1?: number;
  readonly recallAt5?: number;
  readonly meanReciprocalRank?: number;
  readonly answer?: number;
  readonly citation?: number;
  readonly refusal: number;
  readonly verbatim: number;
}

/** The report's text by chapter and section, for checking quotations. */
export type ReportText = readonly PlacedText[];

export function scoreQuestion(
  question: EvaluationQuestion,
  response: Response,
  report: ReportText,
): QuestionScore {
  const gold = question.gold.length > 0;
  return {
    question,
    response,
    ...(gold && { rank: rankOfAnswer(question, response.passages) }),
    ...(question.answers.length > 0 && {
      answered: isBrief(question, response) && containsAll(response.answer, question.answers),
    }),
    ...(gold && { cited: citesGold(question, response, report) }),
    refusedRightly: response.refused === wantsRefusal(question.type),
    verbatim: response.citations.every((citation) => standsInReport(citation, report)),
  };
}

export function figures(scores: readonly QuestionScore[]): Figures {
  const ranks = scores.flatMap((score) => (score.rank === undefined ? [] : [score.rank]));
  return {
    questions: scores.length,
    ...rankFigures(ranks),
    answer: mean(scores.flatMap(({ answered }) => (answered === undefined ? [] : [Number(answered)]))),
    citation: mean(scores.flatMap(({ cited }) => (cited === undefined ? [] : [Number(cited)]))),
    refusal: mean(scores.map((score) => Number(score.refusedRightly))) ?? 0,
    verbatim: mean(scores.map((score) => Number(score.verbatim))) ?? 0,
  };
}

/** @param ranks counted from 1, Infinity where nothing was found */
export function rankFigures(
  ranks: readonly number[],
): Pick<Figures, 'recallAt1' | 'recallAt5' | 'meanReciprocalRank'> {
  return {
    recallAt1: mean(ranks.map((rank) => Number(rank <= 1))),
    recallAt5: mean(ranks.map((rank) => Number(rank <= 5))),
    meanReciprocalRank: mean(ranks.map((rank) => 1 / rank)),
  };
}

/** Figures of all questions and of each type that occurs, in a fixed order. */
export function figuresByType(scores: readonly QuestionScore[]): Map<string, Figures> {
  const types = QUESTION_TYPES.filter((type) => scores.some((score) => score.question.type === type));
  const rows = types.map(
    (type) => [type, figures(scores.filter((score) => score.question.type === type))] as const,
  );
  return new Map<string, Figures>([['all', figures(scores)], ...rows]);
}

/** Sentences that an answer may quote: whoever quotes the whole report has every answer in it. */
const SENTENCES_ALLOWED = 3;
const SENTENCES_ALLOWED_FOR_SEVERAL_THINGS = 5;
const ASKS_FOR_SEVERAL_THINGS: readonly QuestionType[] = ['list', 'compare', 'multi'];

function isBrief({ type }: EvaluationQuestion, { citations }: Response): boolean {
  const quoted = citations.reduce((sum, { quote }) => sum + sentenceSpans(quote).length, 0);
  const several = ASKS_FOR_SEVERAL_THINGS.includes(type);
  return quoted <= (several ? SENTENCES_ALLOWED_FOR_SEVERAL_THINGS : SENTENCES_ALLOWED);
}

function containsAll(answer: string, expected: EvaluationQuestion['answers']): boolean {
  const text = comparable(answer);
  return expected.every((entry) => [entry].flat().some((wording) => text.includes(comparable(wording))));
}

function citesGold(question: EvaluationQuestion, response: Response, report: ReportText): boolean {
  return response.citations.some(
    (citation) =>
      question.gold.some((gold) => gold.chapter === citation.chapter && gold.section === citation.section) &&
      standsInReport(citation, report),
  );
}

function standsInReport(citation: Response['citations'][number], report: ReportText): boolean {
  const quote = withoutWhitespace(citation.quote);
  return report.some(
    (place) =>
      place.chapter === citation.chapter &&
      place.section === citation.section &&
      withoutWhitespace(place.text).includes(quote),
  );
}

function comparable(text: string): string {
  return withoutWhitespace(text.normalize('NFKC'));
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
