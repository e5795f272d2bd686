import { BundledEmbeddings } from './bundled-embeddings.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import type { ModelService } from './openai-compatible.ts';
import { RememberedQuestions } from './remembered-questions.ts';
import { ServiceEmbeddings } from './service-embeddings.ts';
import { ThreadedEmbeddings } from './threaded-embeddings.ts';

/** Which model turns texts into vectors. */
export interface EmbeddingOptions {
  /** Where the bundled model lies. */
  readonly modelDirectory: string;
  /** A service's model instead of the bundled one. */
  readonly embeddings?: { readonly service: ModelService; readonly model: string } | undefined;
}

/** The id of the configured model, without loading it. */
export async function embeddingModelId({ modelDirectory, embeddings }: EmbeddingOptions): Promise<string> {
  if (embeddings) return ServiceEmbeddings.idOf(embeddings.service, embeddings.model);
  return BundledEmbeddings.idOf(modelDirectory);
}

/** For an ingest, which has nothing else to do meanwhile. */
export async function loadEmbeddingModel({
  modelDirectory,
  embeddings,
}: EmbeddingOptions): Promise<EmbeddingModel> {
  if (embeddings) return ServiceEmbeddings.connect(embeddings.service, embeddings.model);
  return BundledEmbeddings.load(modelDirectory);
}

/** For a server: the bundled model computes in a thread of its own, and questions asked again are remembered. */
export async function loadServingModel(options: EmbeddingOptions): Promise<EmbeddingModel> {
  const model = options.embeddings
    ? await loadEmbeddingModel(options)
    : await ThreadedEmbeddings.load(options.modelDirectory);
  return new RememberedQuestions(model);
}
