import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BundledEmbeddings } from '../lib/models/bundled-embeddings.ts';
import { ingest } from '../lib/passage-index/ingest.ts';
import { sha256Of } from '../lib/passage-index/manifest.ts';
import { readSettings } from '../lib/settings.ts';

const CACHE = 'node_modules/.cache/zhangwen-tests';
/** Whatever an index depends on: the corpus, and the code that makes it. */
const SOURCES = [
  'corpus',
  'models',
  'lib/text',
  'lib/report',
  'lib/passages',
  'lib/models',
  'lib/passage-index',
];

let directory: Promise<string> | undefined;

/**
 * A data directory with the index of corpus/. Made once and kept until corpus or code change; ingest's own lock
 * lets the test runner's processes share it.
 */
export function indexedCorpus(): Promise<string> {
  directory ??= indexCorpus();
  return directory;
}

async function indexCorpus(): Promise<string> {
  const key = await hashOfSources();
  await removeOthers(key);
  const { corpus, modelDirectory, backgroundQuestions } = readSettings({});
  const dataDirectory = join(CACHE, key);
  await ingest({
    roots: [corpus],
    backgroundQuestions,
    dataDirectory,
    modelId: await BundledEmbeddings.idOf(modelDirectory),
    loadModel: () => BundledEmbeddings.load(modelDirectory),
    onProgress: () => {},
  });
  return dataDirectory;
}

async function hashOfSources(): Promise<string> {
  const folders = await Promise.all(
    SOURCES.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const paths = folders
    .flat()
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  const files = await Promise.all(paths.sort().map(async (path) => sha256Of(await readFile(path))));
  return sha256Of(files.join()).slice(0, 16);
}

async function removeOthers(key: string): Promise<void> {
  const names = await readdir(CACHE).catch(() => []);
  const stale = names.filter((name) => name !== key);
  await Promise.all(stale.map((name) => rm(join(CACHE, name), { recursive: true, force: true })));
}
