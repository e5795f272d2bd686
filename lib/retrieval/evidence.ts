import type { EmbeddingModel } from '../models/embedding-model.ts';
import { type Neighbour, nearest } from '../passage-index/hnsw.ts';
import { keywordScores } from '../passage-index/keywords.ts';
import type { LayerName } from '../passage-index/layers.ts';
import type { Layer, PassageIndex } from '../passage-index/open.ts';
import type { Query } from './query.ts';
import { sentenceNumbers } from './sentence-numbers.ts';
import { sentenceSimilarities, similarityAt } from './similarities.ts';

/** Neighbours taken from each graph. Together with the keywords they name the passages that are compared. */
const NEIGHBOURS = { passages: 60, sentences: 120, questions: 200 } as const;

/** Raw scores: similarities are cosines, keywords are BM25 sums; undefined where nothing was found. */
export interface PassageEvidence {
  readonly passage: number;
  readonly similarity: number;
  readonly keywords: number;
  readonly sentences: readonly SentenceEvidence[];
}

export interface SentenceEvidence {
  /** Position in the passage's sentences. */
  readonly sentence: number;
  /** Of the sentence or its best clause. */
  readonly similarity: number;
  /** Of the nearest question that was anticipated for it. */
  readonly question: number | undefined;
  /** BM25 of the best-matching anticipated question, in the asker's language or in Chinese. */
  readonly questionKeywords: number;
}

/** Finds the passages that may answer and compares each of them, its sentences and their questions exactly. */
export async function gatherEvidence(
  index: PassageIndex,
  model: EmbeddingModel,
  query: Query,
  reportId?: string,
): Promise<PassageEvidence[]> {
  // The model computes in a thread of its own: meanwhile the words are searched for.
  const embedding = model.embedQuery(query.chinese);
  const numbers = sentenceNumbers(index);
  const keywords = keywordScores(index.keywords.passages, query.keywords);
  const questionWords = keywordScores(index.keywords.questions, query.text);
  const questionKeywords = bestScores(numbers.count, numbers.ofQuestion, questionWords);

  const vector = Float64Array.from(await embedding);
  const near = await searchLayers(index, vector, reportId);
  const questionScores = near.questions.map(({ position, similarity }) => [position, similarity] as const);
  const questions = bestScores(numbers.count, numbers.ofQuestionEntry, questionScores);
  const candidates = candidatesAmong(index, near, keywords, reportId);
  const sentences = sentenceSimilarities(index, numbers, candidates, vector);
  return candidates.map((passage) => ({
    passage,
    similarity: similarityAt(index.layers.passages, passage, vector),
    keywords: keywords.get(passage) ?? 0,
    sentences: Array.from(index.passages[passage]?.sentences ?? [], (_, sentence) => {
      const number = (numbers.starts[passage] ?? 0) + sentence;
      return {
        sentence,
        similarity: sentences[number] ?? 0,
        question: known(questions[number]),
        questionKeywords: known(questionKeywords[number]) ?? 0,
      };
    }),
  }));
}

type Neighbourhood = Readonly<Record<LayerName, readonly Neighbour[]>>;

async function searchLayers(
  { layers, passages }: PassageIndex,
  vector: Float64Array,
  reportId: string | undefined,
): Promise<Neighbourhood> {
  const query = Array.from(vector);
  const search = ({ store, entries }: Layer, count: number) => {
    const accepts = (position: number) => passages[entries[position]?.passage ?? -1]?.reportId === reportId;
    return nearest(store, query, count, reportId === undefined ? undefined : accepts);
  };
  return {
    passages: await search(layers.passages, NEIGHBOURS.passages),
    sentences: await search(layers.sentences, NEIGHBOURS.sentences),
    questions: await search(layers.questions, NEIGHBOURS.questions),
  };
}

/** The passages that neighbours or keywords lead to, each once, in the order in which they were found. */
function candidatesAmong(
  { layers, passages }: PassageIndex,
  near: Neighbourhood,
  keywords: ReadonlyMap<number, number>,
  reportId: string | undefined,
): number[] {
  const candidates = new Set<number>();
  for (const name of ['passages', 'sentences', 'questions'] as const) {
    for (const { position } of near[name]) candidates.add(layers[name].entries[position]?.passage ?? -1);
  }
  for (const passage of keywords.keys()) candidates.add(passage);
  return [...candidates].filter((passage) => {
    const found = passages[passage];
    return found && (reportId === undefined || found.reportId === reportId);
  });
}

/** The best score of each sentence's entries; NaN where nothing was found for it. */
function bestScores(
  count: number,
  sentenceOf: Int32Array,
  scored: Iterable<readonly [position: number, score: number]>,
): Float64Array {
  const best = new Float64Array(count).fill(Number.NaN);
  for (const [position, score] of scored) {
    const sentence = sentenceOf[position] ?? -1;
    if (!((best[sentence] ?? 0) >= score)) best[sentence] = score;
  }
  return best;
}

function known(score: number | undefined): number | undefined {
  return Number.isNaN(score) ? undefined : score;
}
