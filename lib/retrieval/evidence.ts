import type { EmbeddingModel } from '../models/embedding-model.ts';
import { nearest } from '../passage-index/hnsw.ts';
import { keywordScores } from '../passage-index/keywords.ts';
import type { Layer, PassageIndex } from '../passage-index/open.ts';
import type { Query } from './query.ts';

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
  const vector = await model.embedQuery(query.chinese);
  const allowed = (passage: number) =>
    reportId === undefined || index.passages[passage]?.reportId === reportId;
  const search = (layer: Layer, count: number) =>
    nearest(
      layer.store,
      vector,
      count,
      reportId === undefined ? undefined : (at) => allowed(layer.entries[at]?.passage ?? -1),
    );

  const { passages, sentences, questions } = index.layers;
  const [nearPassages, nearSentences, nearQuestions] = await Promise.all([
    search(passages, NEIGHBOURS.passages),
    search(sentences, NEIGHBOURS.sentences),
    search(questions, NEIGHBOURS.questions),
  ]);
  const keywords = keywordScores(index.keywords.passages, query.keywords);
  const questionKeywords = bestOfSentence(
    [...keywordScores(index.keywords.questions, query.text)].map(([at, score]) => ({
      ...index.questions[at],
      score,
    })),
  );
  const questionSimilarity = bestOfSentence(
    nearQuestions.map(({ position, similarity }) => ({ ...questions.entries[position], score: similarity })),
  );

  const candidates = new Set<number>();
  for (const { position } of nearPassages) candidates.add(passages.entries[position]?.passage ?? -1);
  for (const { position } of nearSentences) candidates.add(sentences.entries[position]?.passage ?? -1);
  for (const { position } of nearQuestions) candidates.add(questions.entries[position]?.passage ?? -1);
  for (const passage of keywords.keys()) candidates.add(passage);

  const childPositions = positionsByPassage(sentences);
  return [...candidates]
    .filter((passage) => passage >= 0 && allowed(passage))
    .map((passage) => {
      const best = new Map<number, number>();
      for (const position of childPositions.get(passage) ?? []) {
        const sentence = sentences.entries[position]?.sentence ?? 0;
        best.set(sentence, Math.max(best.get(sentence) ?? -1, similarityAt(sentences, position, vector)));
      }
      return {
        passage,
        similarity: similarityAt(passages, passage, vector),
        keywords: keywords.get(passage) ?? 0,
        sentences: [...best].map(([sentence, similarity]) => ({
          sentence,
          similarity,
          question: questionSimilarity.get(sentenceKey(passage, sentence)),
          questionKeywords: questionKeywords.get(sentenceKey(passage, sentence)) ?? 0,
        })),
      };
    });
}

/** The best score of each sentence's entries. */
function bestOfSentence(
  scored: readonly { passage?: number; sentence?: number; score: number }[],
): Map<string, number> {
  const best = new Map<string, number>();
  for (const { passage = -1, sentence = -1, score } of scored) {
    const key = sentenceKey(passage, sentence);
    best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, score));
  }
  return best;
}

function sentenceKey(passage: number, sentence: number): string {
  return `${passage}.${sentence}`;
}

const positionsOf = new WeakMap<Layer, Map<number, number[]>>();

/** Where each passage's entries stand in a layer; worked out once. */
function positionsByPassage(layer: Layer): Map<number, number[]> {
  const known = positionsOf.get(layer);
  if (known) return known;
  const positions = new Map<number, number[]>();
  layer.entries.forEach(({ passage }, position) => {
    const list = positions.get(passage);
    if (list) list.push(position);
    else positions.set(passage, [position]);
  });
  positionsOf.set(layer, positions);
  return positions;
}

/** Inner product of normalised vectors: the cosine. */
function similarityAt(layer: Layer, position: number, vector: readonly number[]): number {
  const start = position * vector.length;
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (layer.vectors[start + at] ?? 0) * (vector[at] ?? 0);
  return sum;
}
