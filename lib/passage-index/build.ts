import { join } from 'node:path';
import type { KnownQuestion, Passage } from '../passages/passage.ts';
import type { Glossary } from '../report/glossary.ts';
import type { Report } from '../report/report.ts';
import { buildGraph, writeGraph } from './hnsw.ts';
import {
  entriesFile,
  fingerprints,
  GLOSSARY_FILE,
  graphFile,
  MANIFEST_FILE,
  PASSAGE_KEYWORDS_FILE,
  PASSAGES_FILE,
  QUESTION_KEYWORDS_FILE,
  QUESTION_WORDS_FILE,
  QUESTIONS_FILE,
  REPORTS_FILE,
  syncPath,
  vectorsFile,
  writeDurably,
} from './index-files.ts';
import { buildPassageKeywords, buildQuestionKeywords } from './keywords.ts';
import { LAYERS, type LayerEntries } from './layers.ts';
import type { Manifest } from './manifest.ts';
import { countQuestionWords } from './question-words.ts';
import type { LayerVectors } from './vectors.ts';

export interface IndexContents {
  readonly reports: readonly Report[];
  readonly passages: readonly Passage[];
  /** Anticipated questions in all languages. */
  readonly questions: readonly KnownQuestion[];
  readonly glossary: Glossary;
  readonly entries: LayerEntries;
  readonly vectors: LayerVectors;
}

/** Writes an edition's files into an empty folder, the manifest last. `onFile` is told each file's name. */
export async function buildIndex(
  directory: string,
  contents: IndexContents,
  about: Omit<Manifest, 'files'>,
  onFile: (name: string) => void,
): Promise<Manifest> {
  const write = async (name: string, data: string | Uint8Array) => {
    onFile(name);
    await writeDurably(join(directory, name), data);
  };

  await write(REPORTS_FILE, JSON.stringify(contents.reports));
  await write(PASSAGES_FILE, JSON.stringify(contents.passages));
  await write(QUESTIONS_FILE, JSON.stringify(contents.questions));
  await write(QUESTION_WORDS_FILE, JSON.stringify(countQuestionWords(contents.questions)));
  await write(GLOSSARY_FILE, JSON.stringify(contents.glossary));
  await write(PASSAGE_KEYWORDS_FILE, JSON.stringify(buildPassageKeywords(contents.passages)));
  await write(QUESTION_KEYWORDS_FILE, JSON.stringify(buildQuestionKeywords(contents.questions)));
  for (const layer of LAYERS) {
    const vectors = contents.vectors[layer];
    await write(entriesFile(layer), JSON.stringify(contents.entries[layer]));
    await write(vectorsFile(layer), new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    const graph = await buildGraph(vectors, about.model.dimensions);
    onFile(graphFile(layer));
    await writeGraph(graph, join(directory, graphFile(layer)));
    await syncPath(join(directory, graphFile(layer)));
  }

  const manifest = { ...about, files: await fingerprints(directory) };
  await write(MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`);
  await syncPath(directory);
  return manifest;
}
