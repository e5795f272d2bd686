import { LRUCache } from 'lru-cache';
import type { EmbeddingModel } from './embedding-model.ts';

/** A vector of 512 numbers takes 4 KB: 8 MB in all. */
const QUESTIONS_KEPT = 2_000;

/** A model that remembers the last questions' vectors: suggested questions are asked by many. */
export class RememberedQuestions implements EmbeddingModel {
  readonly id: string;
  readonly dimensions: number;
  readonly #model: EmbeddingModel;
  readonly #vectors: LRUCache<string, number[]>;

  constructor(model: EmbeddingModel) {
    this.id = model.id;
    this.dimensions = model.dimensions;
    this.#model = model;
    // Asked twice at once, a question is embedded once; a failure is not remembered.
    this.#vectors = new LRUCache({
      max: QUESTIONS_KEPT,
      fetchMethod: (question) => model.embedQuery(question),
    });
  }

  embedQuery(question: string): Promise<number[]> {
    return this.#vectors.forceFetch(question);
  }

  embedDocuments(texts: string[], onProgress?: (done: number) => void): Promise<number[][]> {
    return this.#model.embedDocuments(texts, onProgress);
  }
}
