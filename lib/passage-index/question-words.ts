import { type KnownQuestion, QUESTION_KINDS, type QuestionKind } from '../passages/passage.ts';
import { holdsChinese } from '../text/language.ts';
import { questionTokens } from './keywords.ts';

/** In how many known questions of each kind a word occurs, apart for Chinese and foreign questions. */
export interface QuestionWords {
  readonly chinese: WordCounts;
  readonly foreign: WordCounts;
}

interface WordCounts {
  /** Questions of each kind, in the order of QUESTION_KINDS. */
  readonly questions: readonly number[];
  /** The same by word. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** How much a question's words speak for the report's answering it rather than for another kind. */
export interface WordOdds {
  /** Natural logarithm of the odds, all words together. */
  readonly sum: number;
  /** For each word on average: long questions would otherwise always look certain. */
  readonly mean: number;
}

/** Half a question is added to every count, so that a word that one kind lacks does not decide alone. */
const SMOOTHING = 0.5;

export function countQuestionWords(questions: readonly KnownQuestion[]): QuestionWords {
  return {
    chinese: countWords(questions.filter(({ language }) => language === 'zh')),
    foreign: countWords(questions.filter(({ language }) => language !== 'zh')),
  };
}

/**
 * Naive Bayes over the set of a question's words, in the multivariate Bernoulli form without absent words
 * (McCallum & Nigam 1998).
 */
export function wordOdds(counts: QuestionWords, question: string, against: QuestionKind): WordOdds {
  const tokens = new Set(questionTokens(question));
  const { questions, words } = countsFor(counts, question);
  const answered = QUESTION_KINDS.indexOf('answered');
  const other = QUESTION_KINDS.indexOf(against);
  const share = (token: string, kind: number) =>
    ((Object.hasOwn(words, token) ? (words[token]?.[kind] ?? 0) : 0) + SMOOTHING) /
    ((questions[kind] ?? 0) + 2 * SMOOTHING);
  let sum = 0;
  for (const token of tokens) sum += Math.log(share(token, answered) / share(token, other));
  return { sum, mean: sum / Math.max(1, tokens.size) };
}

/** Of which kinds there are questions in a language group: without them nothing can be concluded. */
export function heldKinds(counts: QuestionWords, question: string): Record<QuestionKind, boolean> {
  const { questions } = countsFor(counts, question);
  const held = QUESTION_KINDS.map((kind, at) => [kind, (questions[at] ?? 0) > 0] as const);
  return Object.fromEntries(held) as Record<QuestionKind, boolean>;
}

function countsFor(counts: QuestionWords, question: string): WordCounts {
  return holdsChinese(question) ? counts.chinese : counts.foreign;
}

function countWords(questions: readonly KnownQuestion[]): WordCounts {
  const totals = QUESTION_KINDS.map((kind) => questions.filter((question) => question.kind === kind).length);
  // A word such as “constructor” must not meet what every object inherits.
  const words: Record<string, number[]> = Object.create(null);
  for (const { kind, text } of questions) {
    const at = QUESTION_KINDS.indexOf(kind);
    for (const token of new Set(questionTokens(text))) {
      words[token] ??= QUESTION_KINDS.map(() => 0);
      const row = words[token];
      row[at] = (row[at] ?? 0) + 1;
    }
  }
  return { questions: totals, words };
}
