import { parentPort, workerData } from 'node:worker_threads';
import { BundledEmbeddings } from './bundled-embeddings.ts';

/** What a worker is asked for. */
export interface EmbeddingTask {
  readonly id: number;
  readonly kind: 'question' | 'document';
  readonly text: string;
}

export type EmbeddingResult =
  | { readonly id: number; readonly vector: number[] }
  | { readonly id: number; readonly failure: string };

// The whole of a worker's life: it loads the model from the folder that it is given and embeds what it is sent.
const loading = BundledEmbeddings.load(workerData as string);

parentPort?.on('message', async ({ id, kind, text }: EmbeddingTask) => {
  parentPort?.postMessage(
    (await embed(kind, text).then(
      (vector) => ({ id, vector }),
      (error) => ({ id, failure: String(error) }),
    )) satisfies EmbeddingResult,
  );
});

async function embed(kind: EmbeddingTask['kind'], text: string): Promise<number[]> {
  const model = await loading;
  if (kind === 'question') return model.embedQuery(text);
  const [vector] = await model.embedDocuments([text]);
  if (!vector) throw new Error(`${model.id} gave no vector`);
  return vector;
}
