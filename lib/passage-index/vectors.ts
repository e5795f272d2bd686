import type { EmbeddingModel } from '../models/embedding-model.ts';
import { LAYERS, type LayerEntries, type LayerName } from './layers.ts';
import { sha256Of } from './manifest.ts';
import type { PassageIndex } from './open.ts';

/** Vectors that an earlier index holds, by their text's hash. */
export type KnownVectors = ReadonlyMap<string, Float32Array>;

export type LayerVectors = Readonly<Record<LayerName, Float32Array<ArrayBuffer>>>;

export interface Embedded {
  readonly vectors: LayerVectors;
  /** How many texts went through the model; the others were known. */
  readonly embedded: number;
}

/** What can be taken over from an index made with the same model. */
export function knownVectors(index: PassageIndex | undefined): KnownVectors {
  const known = new Map<string, Float32Array>();
  if (!index) return known;
  const { dimensions } = index.manifest.model;
  for (const { entries, vectors } of Object.values(index.layers)) {
    entries.forEach((entry, position) => {
      known.set(sha256Of(entry.text), vectors.subarray(position * dimensions, (position + 1) * dimensions));
    });
  }
  return known;
}

/** Embeds every layer's texts, each distinct text once, and only those that are not known. */
export async function embedLayers(
  entries: LayerEntries,
  known: KnownVectors,
  model: EmbeddingModel,
  onProgress: (done: number, total: number) => void,
): Promise<Embedded> {
  const texts = new Set(LAYERS.flatMap((layer) => entries[layer].map((entry) => entry.text)));
  const missing = [...texts].filter((text) => !known.has(sha256Of(text)));
  const fresh = await model.embedDocuments(missing, (done) => onProgress(done, missing.length));
  const byHash = new Map(known);
  missing.forEach((text, index) => {
    byHash.set(sha256Of(text), Float32Array.from(fresh[index] ?? []));
  });

  const vectorsOf = (layer: LayerName) => {
    const vectors = new Float32Array(entries[layer].length * model.dimensions);
    entries[layer].forEach((entry, position) => {
      const vector = byHash.get(sha256Of(entry.text));
      if (vector?.length !== model.dimensions)
        throw new Error(`The embedding model gave no vector for “${entry.text}”`);
      vectors.set(vector, position * model.dimensions);
    });
    return vectors;
  };
  const vectors = Object.fromEntries(LAYERS.map((layer) => [layer, vectorsOf(layer)])) as LayerVectors;
  return { vectors, embedded: missing.length };
}
