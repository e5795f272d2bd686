import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EmbeddingResult, EmbeddingTask } from './embedding-worker.ts';

/** From the working directory, because a bundle's own address says nothing about where the sources lie. */
const WORKER_FILE = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'models', 'embedding-worker.ts');

/** A thread that holds the bundled model. One that dies fails its questions and is replaced at the next. */
export class EmbeddingThread {
  readonly #directory: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<number[]>>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** @param directory where the model lies */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Texts sent and not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  embed(kind: EmbeddingTask['kind'], text: string): Promise<number[]> {
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<number[]>();
    this.#waiting.set(id, answer);
    // A process with nothing else to do stays for an answer, and not for an idle thread.
    this.#worker.ref();
    this.#worker.postMessage({ id, kind, text } satisfies EmbeddingTask);
    return answer.promise;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(WORKER_FILE, { workerData: this.#directory, name: 'embeddings' });
    worker.on('message', (result: EmbeddingResult) => this.#settle(result));
    worker.on('error', (error) => this.#fail(worker, error as Error));
    worker.on('exit', () => this.#fail(worker, new Error('The embedding thread has ended')));
    return worker;
  }

  #settle(result: EmbeddingResult): void {
    const answer = this.#waiting.get(result.id);
    this.#waiting.delete(result.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('vector' in result) answer?.resolve(result.vector);
    else answer?.reject(new Error(result.failure));
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
