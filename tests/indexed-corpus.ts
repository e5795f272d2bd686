import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BundledEmbeddings } from '../lib/models/bundled-embeddings.ts';
import { ingest } from '../lib/passage-index/ingest.ts';

const MODEL = 'models/bge-small-zh-v1.5';

/**
 * A data directory with the index of corpus/, built by whichever worker of a test run comes first: ingest's own
 * lock makes the others wait, and they find nothing left to do.
 */
export async function indexedCorpus(): Promise<string> {
  const dataDirectory = join(tmpdir(), `zhangwen-test-index-${process.ppid}`);
  await ingest({
    roots: ['corpus'],
    dataDirectory,
    modelId: await BundledEmbeddings.idOf(MODEL),
    loadModel: () => BundledEmbeddings.load(MODEL),
    onProgress: () => {},
  });
  return dataDirectory;
}
