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
  { layers, questionWords }: PassageIndex,
  question: string,
  numbers: SentenceNumbers,
  near: readonly Neighbour[],
  ownWords: ReadonlyMap<number, number>,
  translatedWords: ReadonlyMap<number, number> | undefined,
): { all: QuestionEvidence; ofSentence: (number: number) => FromQuestions } {
  const similarities = near.map(
    ({ position, similarity }) => [layers.questions.entries[position]?.question ?? -1, similarity] as const,
  );
  const questionSimilarity = bestOfSentences(numbers, similarities, 1, Number.NEGATIVE_INFINITY);
  const words = bestOfSentences(numbers, ownWords, THREE, 0);
  const translated = bestOfSentences(numbers, translatedWords ?? [], 1, 0);

  const wordsByKind = bestByKind(numbers, ownWords);
  const similaritiesByKind = bestByKind(numbers, similarities);
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
    ofSentence: (number) => {
      const best = words.subarray(number * THREE, (number + 1) * THREE);
      const similarity = questionSimilarity[number] ?? Number.NEGATIVE_INFINITY;
      return {
        question: similarity === Number.NEGATIVE_INFINITY ? undefined : similarity,
        questionWords: best[0] ?? 0,
        threeQuestionsWords: best.reduce((sum, score) => sum + score, 0) / THREE,
        translatedWords: translated[number] ?? 0,
      };
    },
  };
}

type Scores = Iterable<readonly [question: number, score: number]>;

/** Each sentence's `kept` best scores, best first, one sentence after another; `none` where there are fewer. */
function bestOfSentences(
  { count, answering }: SentenceNumbers,
  scores: Scores,
  kept: number,
  none: number,
): Float64Array {
  const best = new Float64Array(count * kept).fill(none);
  for (const [question, score] of scores) {
    const sentence = answering[question] ?? -1;
    if (sentence < 0) continue;
    let at = (sentence + 1) * kept - 1;
    if (score <= (best[at] ?? score)) continue;
    for (; at > sentence * kept && (best[at - 1] ?? score) < score; at--) best[at] = best[at - 1] ?? none;
    best[at] = score;
  }
  return best;
}

function bestByKind({ kinds }: SentenceNumbers, scores: Scores): Record<QuestionKind, number[]> {
  const best = QUESTION_KINDS.map((): number[] => []);
  for (const [question, score] of scores) {
    const list = best[kinds[question] ?? -1];
    if (list) insert(list, score, NEAREST_KEPT);
  }
  return Object.fromEntries(QUESTION_KINDS.map((kind, at) => [kind, best[at]])) as Record<
    QuestionKind,
    number[]
  >;
}

/** Keeps a short list of the highest scores in falling order. */
function insert(list: number[], score: number, kept: number): void {
  if (list.length === kept && score <= (list[kept - 1] ?? score)) return;
  let at = list.length;
  while (at > 0 && (list[at - 1] ?? 0) < score) at--;
  if (at >= kept) return;
  list.splice(at, 0, score);
  if (list.length > kept) list.length = kept;
}
