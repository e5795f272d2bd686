import { Embeddings } from '@langchain/core/embeddings';
import { embed, embedMany } from 'ai';
import type { EmbeddingModel } from './embedding-model.ts';
import { modelFailure } from './model-failure.ts';
import { type ModelService, openProvider } from './openai-compatible.ts';

/** Texts a call: DashScope takes no more, the others at least as many. */
const BATCH = 10;
/** Calls at a time. */
const PARALLEL = 4;
/** A build has time: a passing 429 must not end it. */
const RETRIES = 4;

/** An embedding model of an OpenAI-compatible service. */
export class ServiceEmbeddings extends Embeddings implements EmbeddingModel {
  readonly id: string;
  readonly dimensions: number;
  readonly #model: ReturnType<ReturnType<typeof openProvider>['embedding']>;

  private constructor(service: ModelService, name: string, dimensions: number) {
    super({});
    this.id = ServiceEmbeddings.idOf(service, name);
    this.dimensions = dimensions;
    this.#model = openProvider(service).embedding(name);
  }

  /** The id that `connect` would give, without asking the service: what an index has to be compared with. */
  static idOf({ baseUrl }: ModelService, name: string): string {
    return `${name}@${baseUrl ? new URL(baseUrl).host : 'openai'}`;
  }

  /**
   * Asks for one vector to learn their length.
   * @throws ModelFailure
   */
  static async connect(service: ModelService, name: string): Promise<ServiceEmbeddings> {
    const { length } = await new ServiceEmbeddings(service, name, 0).embedQuery('中亚');
    return new ServiceEmbeddings(service, name, length);
  }

  async embedQuery(question: string): Promise<number[]> {
    try {
      const { embedding } = await embed({ model: this.#model, value: question, maxRetries: 1 });
      return normalised(embedding);
    } catch (error) {
      throw modelFailure(error);
    }
  }

  async embedDocuments(texts: string[], onProgress?: (done: number) => void): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += BATCH * PARALLEL) {
      const calls = Array.from({ length: PARALLEL }, (_, call) => {
        const values = texts.slice(start + call * BATCH, start + (call + 1) * BATCH);
        return values.length === 0 ? [] : this.#embedBatch(values);
      });
      vectors.push(...(await Promise.all(calls)).flat());
      onProgress?.(vectors.length);
    }
    return vectors;
  }

  async #embedBatch(values: string[]): Promise<number[][]> {
    try {
      const { embeddings } = await embedMany({ model: this.#model, values, maxRetries: RETRIES });
      return embeddings.map(normalised);
    } catch (error) {
      throw modelFailure(error);
    }
  }
}

/** L2-normalised, as an index expects them. */
function normalised(vector: readonly number[]): number[] {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(norm > 0)) throw new Error('The service gave a vector without length');
  return vector.map((value) => value / norm);
}
