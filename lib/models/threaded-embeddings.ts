import { availableParallelism } from 'node:os';
import { BundledEmbeddings } from './bundled-embeddings.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { EmbeddingThread } from './embedding-thread.ts';
import type { EmbeddingTask } from './embedding-worker.ts';

/** One core is left to the server; beyond four threads it is the server that is the bottleneck. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * The bundled model in threads of its own: onnxruntime computes on the thread that asks, for milliseconds in
 * which a server could neither read nor write. Texts are embedded one by one, as BundledEmbeddings does, so that
 * the vectors are the same.
 */
export class ThreadedEmbeddings implements EmbeddingModel {
  readonly dimensions = BundledEmbeddings.dimensions;
  readonly id: string;
  readonly #threads: readonly EmbeddingThread[];

  private constructor(id: string, threads: readonly EmbeddingThread[]) {
    this.id = id;
    this.#threads = threads;
  }

  /** Starts the threads and waits until each has embedded something. */
  static async load(directory: string): Promise<ThreadedEmbeddings> {
    const threads = Array.from({ length: THREADS }, () => new EmbeddingThread(directory));
    const warm = threads.map((thread) => thread.embed('question', '预热'));
    const id = await BundledEmbeddings.idOf(directory);
    await Promise.all(warm);
    return new ThreadedEmbeddings(id, threads);
  }

  embedQuery(question: string): Promise<number[]> {
    return this.#embed('question', question);
  }

  async embedDocuments(texts: string[], onProgress?: (done: number) => void): Promise<number[][]> {
    let done = 0;
    return Promise.all(
      texts.map(async (text) => {
        const vector = await this.#embed('document', text);
        onProgress?.(++done);
        return vector;
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #embed(kind: EmbeddingTask['kind'], text: string): Promise<number[]> {
    const thread = this.#threads.reduce((least, other) => (other.waiting < least.waiting ? other : least));
    return thread.embed(kind, text);
  }
}
