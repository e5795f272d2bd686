import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { BundledEmbeddings } from './bundled-embeddings.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import type { EmbeddingTask } from './embedding-thread.ts';

/** One core is left to the server; beyond four threads it is the server that is the bottleneck. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));

/** From the working directory, because a bundle's own address says nothing about where the sources lie. */
const THREAD_FILE = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'models', 'embedding-thread.ts');

/**
 * The bundled model in threads of its own: onnxruntime computes on the thread that asks, for milliseconds in
 * which a server could neither read nor write. Texts are embedded one by one, as BundledEmbeddings does, so that
 * the vectors are the same.
 */
export class ThreadedEmbeddings implements EmbeddingModel {
  readonly dimensions = BundledEmbeddings.dimensions;
  readonly id: string;
  readonly #directory: string;
  readonly #threads: Tinypool;

  private constructor(id: string, directory: string, threads: Tinypool) {
    this.id = id;
    this.#directory = directory;
    this.#threads = threads;
  }

  /** Starts the threads and waits until one of them has embedded something. */
  static async load(directory: string): Promise<ThreadedEmbeddings> {
    const threads = new Tinypool({
      filename: pathToFileURL(THREAD_FILE).href,
      minThreads: THREADS,
      maxThreads: THREADS,
    });
    const model = new ThreadedEmbeddings(await BundledEmbeddings.idOf(directory), directory, threads);
    await Promise.all(Array.from({ length: THREADS }, () => model.embedQuery('预热')));
    return model;
  }

  embedQuery(question: string): Promise<number[]> {
    return this.#run({ directory: this.#directory, kind: 'question', text: question });
  }

  async embedDocuments(texts: string[], onProgress?: (done: number) => void): Promise<number[][]> {
    let done = 0;
    return Promise.all(
      texts.map(async (text) => {
        const vector = await this.#run({ directory: this.#directory, kind: 'document', text });
        onProgress?.(++done);
        return vector;
      }),
    );
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
  }

  #run(task: EmbeddingTask): Promise<number[]> {
    return this.#threads.run(task);
  }
}
