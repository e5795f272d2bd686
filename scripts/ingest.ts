import { Listr } from 'listr2';
import { embeddingModelId, loadEmbeddingModel } from '../lib/models/configured-embeddings.ts';
import {
  type IngestProgress,
  type IngestStage,
  type IngestSummary,
  ingest,
} from '../lib/passage-index/ingest.ts';
import { readSettings } from '../lib/settings.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run ingest [-- FILE-OR-FOLDER …]';
const TITLES: Readonly<Record<IngestStage, string>> = {
  wait: 'Waiting for another ingest',
  file: 'Files',
  passages: 'Passages',
  embeddings: 'Embeddings',
  index: 'Index',
  published: 'Published',
};

await run(async () => {
  const { positionals } = readArguments(USAGE, {});
  const settings = readSettings();
  const started = performance.now();
  const roots = positionals.length > 0 ? positionals : [settings.corpus];
  const { dataDirectory } = settings;
  const modelId = await embeddingModelId(settings);
  const summary = await withProgress((onProgress) =>
    ingest({
      roots,
      dataDirectory,
      modelId,
      loadModel: () => loadEmbeddingModel(settings),
      onProgress,
    }),
  );
  console.log(describe(summary, (performance.now() - started) / 1000));
});

/** Shows the stage under way; on a terminal as one line that changes, else a line a stage. */
async function withProgress(
  work: (onProgress: IngestProgress) => Promise<IngestSummary>,
): Promise<IngestSummary> {
  const { summary } = await new Listr<{ summary?: IngestSummary }>([
    {
      title: 'Ingest',
      task: async (context, task) => {
        let stage: IngestStage | undefined;
        context.summary = await work((next, { detail, done, total }) => {
          const count = total === undefined ? '' : ` ${done}/${total}`;
          const line = `${TITLES[next]}${count}${detail ? ` ${detail}` : ''}`;
          task.title = line;
          if (next !== stage && !process.stdout.isTTY) task.output = line;
          stage = next;
        });
        task.title = context.summary.changed ? 'Published' : 'Nothing to do';
      },
    },
  ]).run();
  if (!summary) throw new Error('The ingest ended without a result');
  return summary;
}

function describe({ manifest, changed, embedded }: IngestSummary, seconds: number): string {
  const { passages, sentences, questions } = manifest.counts;
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  const contents = `${passages} passages, ${sentences} sentences, ${questions} anticipated questions, ${(bytes / 1e6).toFixed(1)} MB`;
  const work = changed ? `${embedded} texts embedded` : 'nothing changed';
  return `Edition ${manifest.edition}: ${contents}; ${work}; ${seconds.toFixed(1)} s`;
}
