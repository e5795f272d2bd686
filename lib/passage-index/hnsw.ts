import { stat } from 'node:fs/promises';
import { SynchronousInMemoryDocstore } from '@langchain/community/stores/doc/in_memory';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import hnswlib from 'hnswlib-node';
import { diskFull } from './index-files.ts';

// Vectors are normalised, so the inner product is the cosine, without dividing at each comparison.
const SPACE = 'ip';
/** Links a node: 16 is the paper's middle of the road (Malkov & Yashunin 2016, 5 to 48) and ample for thousands. */
const M = 16;
/** Candidates while building: at 200 no neighbour of a report's vectors is missed, and it takes a second. */
const EF_CONSTRUCTION = 200;
/** Candidates while searching; never below the number of neighbours asked for. */
const EF_SEARCH = 256;
/** Levels are drawn at random: with a seed, the same vectors give the same file. */
const RANDOM_SEED = 20250617;

export interface Neighbour {
  /** Position of the vector in its layer. */
  readonly position: number;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

export type HnswGraph = hnswlib.HierarchicalNSW;

/** Builds a graph over vectors that lie one after another. Yields between chunks, so that others get their turn. */
export async function buildGraph(vectors: Float32Array, dimensions: number): Promise<HnswGraph> {
  const count = vectors.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex({
    maxElements: Math.max(1, count),
    m: M,
    efConstruction: EF_CONSTRUCTION,
    randomSeed: RANDOM_SEED,
  });
  for (let position = 0; position < count; position++) {
    graph.addPoint(vectorAt(vectors, position, dimensions), position);
    if (position % 100 === 99) await new Promise(setImmediate);
  }
  return graph;
}

/**
 * hnswlib reports success even on a full disk, so the file is weighed, read back and counted.
 * @throws IndexError when what was written is not what was meant
 */
export async function writeGraph(graph: HnswGraph, path: string): Promise<void> {
  graph.writeIndexSync(path);
  const count = graph.getCurrentCount();
  const dimensions = graph.getNumDimensions();
  const { size } = await stat(path);
  if (size < count * dimensions * Float32Array.BYTES_PER_ELEMENT) throw diskFull(path);
  if (countIn(path, dimensions) !== count) throw diskFull(path);
}

function countIn(path: string, dimensions: number): number | undefined {
  try {
    return readGraph(path, dimensions).getCurrentCount();
  } catch {
    return undefined; // hnswlib throws at a file that ends too early
  }
}

/** Only for files whose hash has been checked: a damaged one can end the process. */
export function readGraph(path: string, dimensions: number): HnswGraph {
  const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
  graph.readIndexSync(path);
  graph.setEf(EF_SEARCH);
  return graph;
}

/** The graph as a LangChain vector store whose documents carry their position in the layer. */
export function vectorStore(
  graph: HnswGraph,
  texts: readonly string[],
  embeddings: EmbeddingsInterface,
): HNSWLib {
  const documents = texts.map(
    (text, position) =>
      [String(position), new Document({ pageContent: text, metadata: { position } })] as const,
  );
  return new HNSWLib(embeddings, {
    space: SPACE,
    numDimensions: graph.getNumDimensions(),
    index: graph,
    docstore: new SynchronousInMemoryDocstore(new Map(documents)),
  });
}

/** The nearest entries, best first. `accepts` limits the search to some of them. */
export function nearest(
  store: HNSWLib,
  vector: number[],
  count: number,
  accepts?: (position: number) => boolean,
): Neighbour[] {
  const wanted = Math.min(count, store.index.getCurrentCount());
  if (wanted === 0) return [];
  // Labels are positions: asking the graph itself spares a document looked up for every neighbour.
  const { neighbors, distances } = store.index.searchKnn(vector, wanted, accepts);
  return neighbors.map((position, at) => ({ position, similarity: 1 - (distances[at] ?? 1) }));
}

export function vectorAt(vectors: Float32Array, position: number, dimensions: number): number[] {
  return Array.from(vectors.subarray(position * dimensions, (position + 1) * dimensions));
}
