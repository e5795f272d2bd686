import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { EmbeddingModel } from '../models/embedding-model.ts';
import type { KnownQuestion, Passage } from '../passages/passage.ts';
import type { Glossary } from '../report/glossary.ts';
import type { Report } from '../report/report.ts';
import { bearsItsManifest, currentEdition } from './editions.ts';
import { readGraph, vectorStore } from './hnsw.ts';
import { IndexError } from './index-error.ts';
import {
  entriesFile,
  GLOSSARY_FILE,
  graphFile,
  INDEX_FILES,
  MANIFEST_FILE,
  PASSAGE_KEYWORDS_FILE,
  PASSAGES_FILE,
  QUESTION_KEYWORDS_FILE,
  QUESTION_WORDS_FILE,
  QUESTIONS_FILE,
  REPORTS_FILE,
  vectorsFile,
} from './index-files.ts';
import type { KeywordScores } from './keyword-scores.ts';
import { readPassageKeywords, readQuestionKeywords } from './keywords.ts';
import { LAYERS, type LayerEntry, type LayerName } from './layers.ts';
import { type Manifest, manifestSchema, sha256Of } from './manifest.ts';
import type { QuestionWords } from './question-words.ts';

export interface Layer {
  readonly entries: readonly LayerEntry[];
  /** The entries' vectors, one after another. */
  readonly vectors: Float32Array;
  readonly store: HNSWLib;
}

/** A published edition in memory. */
export interface PassageIndex {
  readonly manifest: Manifest;
  readonly reports: readonly Report[];
  readonly passages: readonly Passage[];
  /** In all languages; those in Chinese have vectors too. */
  readonly questions: readonly KnownQuestion[];
  readonly questionWords: QuestionWords;
  readonly glossary: Glossary;
  readonly keywords: { readonly passages: KeywordScores; readonly questions: KeywordScores };
  readonly layers: Readonly<Record<LayerName, Layer>>;
}

const MEND = 'Mend it with: npm run ingest';

/**
 * Opens the published edition after comparing every file with the manifest's hash.
 * @throws IndexError: missing, damaged, or made with another model or format.
 */
export async function openIndex(dataDirectory: string, model: EmbeddingModel): Promise<PassageIndex> {
  const directory = await publishedFolder(dataDirectory);
  try {
    return await openFolder(directory, model);
  } catch (error) {
    // An ingest may have published another edition meanwhile, and removed this one.
    if ((await publishedFolder(dataDirectory)) === directory) throw error;
    return openIndex(dataDirectory, model);
  }
}

async function openFolder(directory: string, model: EmbeddingModel): Promise<PassageIndex> {
  const manifest = await readManifest(directory);
  if (manifest.model.id !== model.id) {
    throw new IndexError(
      'incompatible',
      `The index was made with ${manifest.model.id}, questions would be embedded with ${model.id}. ${MEND}`,
    );
  }
  const files = await readVerified(directory, manifest);
  const text = (name: string) => files.get(name)?.toString() ?? '';
  const json = <T>(name: string) => JSON.parse(text(name)) as T;
  const layer = (name: LayerName) => openLayer(directory, name, files, json, model);
  return {
    manifest,
    reports: json<Report[]>(REPORTS_FILE),
    passages: json<Passage[]>(PASSAGES_FILE),
    questions: json<KnownQuestion[]>(QUESTIONS_FILE),
    questionWords: json<QuestionWords>(QUESTION_WORDS_FILE),
    glossary: json<Glossary>(GLOSSARY_FILE),
    keywords: {
      passages: readPassageKeywords(text(PASSAGE_KEYWORDS_FILE)),
      questions: readQuestionKeywords(text(QUESTION_KEYWORDS_FILE)),
    },
    layers: Object.fromEntries(LAYERS.map((name) => [name, layer(name)])) as Record<LayerName, Layer>,
  };
}

/** Whether every file of the published edition is what its manifest says. Throws IndexError when not. */
export async function verifyPublished(dataDirectory: string): Promise<Manifest> {
  const directory = await publishedFolder(dataDirectory);
  const manifest = await readManifest(directory);
  await readVerified(directory, manifest);
  return manifest;
}

async function publishedFolder(dataDirectory: string): Promise<string> {
  const directory = await currentEdition(dataDirectory);
  if (!directory)
    throw new IndexError('missing', `There is no index in ${dataDirectory}. Build it with: npm run ingest`);
  return directory;
}

async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, MANIFEST_FILE);
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    if (await bearsItsManifest(directory)) return manifest;
    throw new Error('The folder has another manifest’s name');
  } catch {
    throw new IndexError('damaged', `${path} is missing, damaged or of another version. ${MEND}`);
  }
}

async function readVerified(directory: string, manifest: Manifest): Promise<Map<string, Buffer>> {
  const files = await Promise.all(
    INDEX_FILES.map(async (name) => {
      const path = join(directory, name);
      const bytes = await readFile(path).catch(() => undefined);
      if (!bytes || manifest.files[name]?.sha256 !== sha256Of(bytes)) {
        throw new IndexError('damaged', `${path} is missing, or not the file that was published. ${MEND}`);
      }
      return [name, bytes] as const;
    }),
  );
  return new Map(files);
}

function openLayer(
  directory: string,
  name: LayerName,
  files: Map<string, Buffer>,
  json: <T>(name: string) => T,
  model: EmbeddingModel,
): Layer {
  const entries = json<LayerEntry[]>(entriesFile(name));
  const bytes = files.get(vectorsFile(name)) ?? Buffer.alloc(0);
  const vectors = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (vectors.length !== entries.length * model.dimensions) {
    throw new IndexError(
      'damaged',
      `${join(directory, vectorsFile(name))} does not fit ${entriesFile(name)}. ${MEND}`,
    );
  }
  const graph = readGraph(join(directory, graphFile(name)), model.dimensions);
  const texts = entries.map((entry) => entry.text);
  return { entries, vectors, store: vectorStore(graph, texts, model) };
}
