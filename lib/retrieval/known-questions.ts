import type { Neighbour } from '../passage-index/hnsw.ts';
import type { PassageIndex } from '../passage-index/open.ts';
import { heldKinds, type WordOdds, wordOdds } from '../passage-index/question-words.ts';
import { QUESTION_KINDS, type QuestionKind } from '../passages/passage.ts';
import type { SentenceEvidence } from './evidence.ts';
import type { SentenceNumbers } from './sentence-numbers.ts';

/** Neighbours of each kind that are kept: what most of them are tells what the question is. */
export const NEAREST_KEPT = 8;
const THREE = 3;

/** How near known questions of each kind come to the question: best first, at most NEAREST_KEPT. */
export type QuestionEvidence = Readonly<
  Record<QuestionKind, { readonly similarities: readonly number[]; readonly words: readonly number[] }>
> & {
  /** Whether the index holds questions of each kind in the asker's language or, for foreign ones, any of them. */
  readonly held: Readonly<Record<QuestionKind, boolean>>;
  /** What the question's words say for its being answered, against its being of another kind. */
  readonly odds: Readonly<Record<'unanswered' | 'background', WordOdds>>;
  /** The similarity of the last neighbour that was looked at: those left out are below it. */
  readonly floor: number;
};

type FromQuestions = Pick<
  SentenceEvidence,
  'question' | 'questionWords' | 'threeQuestionsWords' | 'translatedWords'
>;

/** What known questions that resemble the query say about it, and about each sentence that answers them. */
export function knownQuestionEvidence(
  { layers, questions, questionWords }: PassageIndex,
  question: string,
  numbers: SentenceNumbers,
  near: readonly Neighbour[],
  ownWords: ReadonlyMap<number, number>,
  translatedWords: ReadonlyMap<number, number> | undefined,
): { all: QuestionEvidence; ofSentence: (number: number) => FromQuestions } {
  const similarities = near.map(
    ({ position, similarity }) => [layers.questions.entries[position]?.question ?? -1, similarity] as const,
  );
  const kindOf = (question: number) => questions[question]?.kind;
  const answeredBy = (question: number) =>
    kindOf(question) === 'answered' ? (numbers.ofQuestion[question] ?? -1) : -1;

  const questionSimilarity = bestOfSentences(numbers.count, similarities, answeredBy, 1);
  const words = bestOfSentences(numbers.count, ownWords, answeredBy, THREE);
  const translated = bestOfSentences(numbers.count, translatedWords ?? [], answeredBy, 1);

  const wordsByKind = bestByKind(ownWords, kindOf);
  const similaritiesByKind = bestByKind(similarities, kindOf);
  const kinds = QUESTION_KINDS.map(
    (kind) => [kind, { similarities: similaritiesByKind[kind], words: wordsByKind[kind] }] as const,
  );
  const odds = {
    unanswered: wordOdds(questionWords, question, 'unanswered'),
    background: wordOdds(questionWords, question, 'background'),
  };
  const all = {
    ...Object.fromEntries(kinds),
    held: heldKinds(questionWords, question),
    odds,
    floor: near.at(-1)?.similarity ?? 0,
  } as QuestionEvidence;
  return {
    all,
    ofSentence: (number) => ({
      question: questionSimilarity[number]?.[0],
      questionWords: words[number]?.[0] ?? 0,
      threeQuestionsWords: (words[number] ?? []).reduce((sum, score) => sum + score, 0) / THREE,
      translatedWords: translated[number]?.[0] ?? 0,
    }),
  };
}

type Scores = Iterable<readonly [question: number, score: number]>;

/** Each sentence's best scores, best first, by sentence number. */
function bestOfSentences(
  count: number,
  scores: Scores,
  sentenceOf: (question: number) => number,
  kept: number,
): (number[] | undefined)[] {
  const best = new Array<number[] | undefined>(count);
  for (const [question, score] of scores) {
    const sentence = sentenceOf(question);
    if (sentence < 0) continue;
    const list = best[sentence];
    if (list) insert(list, score, kept);
    else best[sentence] = [score];
  }
  return best;
}

function bestByKind(
  scores: Scores,
  kindOf: (question: number) => QuestionKind | undefined,
): Record<QuestionKind, number[]> {
  const best: Record<QuestionKind, number[]> = { answered: [], unanswered: [], background: [] };
  for (const [question, score] of scores) {
    const kind = kindOf(question);
    if (kind) insert(best[kind], score, NEAREST_KEPT);
  }
  return best;
}

/** Keeps a short list of the highest scores in falling order. */
function insert(list: number[], score: number, kept: number): void {
  let at = list.length;
  while (at > 0 && (list[at - 1] ?? 0) < score) at--;
  if (at >= kept) return;
  list.splice(at, 0, score);
  if (list.length > kept) list.length = kept;
}
