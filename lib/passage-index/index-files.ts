import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from './index-error.ts';
import { LAYERS, type LayerName } from './layers.ts';
import { type Manifest, sha256Of } from './manifest.ts';

// The files of one edition. The manifest is written last: a folder without one is not an index.
export const MANIFEST_FILE = 'manifest.json';
export const REPORTS_FILE = 'reports.json';
export const PASSAGES_FILE = 'passages.json';
export const QUESTIONS_FILE = 'questions.json';
export const QUESTION_WORDS_FILE = 'questions.words.json';
export const GLOSSARY_FILE = 'glossary.json';
export const PASSAGE_KEYWORDS_FILE = 'passages.keywords.json';
export const QUESTION_KEYWORDS_FILE = 'questions.keywords.json';
export const entriesFile = (layer: LayerName) => `${layer}.entries.json`;
export const vectorsFile = (layer: LayerName) => `${layer}.f32`;
export const graphFile = (layer: LayerName) => `${layer}.hnsw`;

export const INDEX_FILES: readonly string[] = [
  REPORTS_FILE,
  PASSAGES_FILE,
  QUESTIONS_FILE,
  QUESTION_WORDS_FILE,
  GLOSSARY_FILE,
  PASSAGE_KEYWORDS_FILE,
  QUESTION_KEYWORDS_FILE,
  ...LAYERS.flatMap((layer) => [entriesFile(layer), vectorsFile(layer), graphFile(layer)]),
];

/**
 * Writes a file and waits until the disk has it.
 * @throws IndexError when the disk is full
 */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(data);
    await file.sync();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? diskFull(path) : error;
  } finally {
    await file.close();
  }
}

export function diskFull(path: string): IndexError {
  return new IndexError(
    'disk-full',
    `${path} could not be written: is the disk full? Make room, then: npm run ingest`,
  );
}

/** Makes what another library wrote, or a folder's new names, last. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Sizes and hashes of an edition's files, as they stand on the disk. */
export async function fingerprints(directory: string): Promise<Manifest['files']> {
  const entries = await Promise.all(
    INDEX_FILES.map(async (name) => {
      const bytes = await readFile(join(directory, name));
      return [name, { bytes: bytes.length, sha256: sha256Of(bytes) }] as const;
    }),
  );
  return Object.fromEntries(entries);
}
