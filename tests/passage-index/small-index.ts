import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { type IngestProgress, type IngestSummary, ingest } from '../../lib/passage-index/ingest.ts';
import { openIndex, type PassageIndex } from '../../lib/passage-index/open.ts';
import { readSettings } from '../../lib/settings.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const { modelDirectory } = readSettings({});
export const model = await BundledEmbeddings.load(modelDirectory);

/** A corpus of one small report, and a place for its index. */
export interface SmallCorpus {
  readonly roots: readonly string[];
  readonly report: string;
  readonly dataDirectory: string;
}

export async function smallCorpus(home?: string): Promise<SmallCorpus> {
  const directory = home ?? (await temporaryDirectory());
  const corpus = join(directory, 'corpus');
  await mkdir(corpus, { recursive: true });
  const report = join(corpus, 'harbours.txt');
  await copyFile('tests/fixtures/reports/harbours.txt', report);
  return { roots: [corpus], report, dataDirectory: join(directory, 'data') };
}

export function ingestInto(
  { roots, dataDirectory }: Pick<SmallCorpus, 'roots' | 'dataDirectory'>,
  onProgress: IngestProgress = () => {},
): Promise<IngestSummary> {
  return ingest({ roots, dataDirectory, modelId: model.id, loadModel: async () => model, onProgress });
}

export function open({ dataDirectory }: Pick<SmallCorpus, 'dataDirectory'>): Promise<PassageIndex> {
  return openIndex(dataDirectory, model);
}

/** Changes one sentence of the report. */
export async function edit({ report }: SmallCorpus, before = '升至31%', after = '升至32%'): Promise<void> {
  await writeFile(report, (await readFile(report, 'utf8')).replace(before, after));
}
