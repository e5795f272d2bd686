import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/**
 * LangChain's embeddings, and what an index has to know of them. Vectors are L2-normalised: similarity is the
 * inner product.
 */
export interface EmbeddingModel extends EmbeddingsInterface {
  /** Name and hash of the weights: an index made with another is refused. */
  readonly id: string;
  readonly dimensions: number;
  embedQuery(question: string): Promise<number[]>;
  /** One vector a text, in order. `onProgress` is told how many are done. */
  embedDocuments(texts: string[], onProgress?: (done: number) => void): Promise<number[][]>;
}
