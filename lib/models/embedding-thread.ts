import { BundledEmbeddings } from './bundled-embeddings.ts';

export interface EmbeddingTask {
  /** Where the model lies. */
  readonly directory: string;
  readonly kind: 'question' | 'document';
  readonly text: string;
}

let loading: Promise<BundledEmbeddings> | undefined;

/** What a thread of ThreadedEmbeddings does: embeds one text with the thread's own model, loaded at the first. */
export default async function embed({ directory, kind, text }: EmbeddingTask): Promise<number[]> {
  loading ??= BundledEmbeddings.load(directory);
  const model = await loading;
  if (kind === 'question') return model.embedQuery(text);
  const [vector] = await model.embedDocuments([text]);
  if (!vector) throw new Error(`${model.id} gave no vector`);
  return vector;
}
