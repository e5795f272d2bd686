import { Listr } from 'listr2';
import { embeddingModelId, loadEmbeddingModel } from '../lib/models/configured-embeddings.ts';
import {
  type IngestProgress,
  type IngestStage,
  type IngestSummary,
  ingest,
} from '../lib/passage-index/ingest.ts';
import { verifyPublished } from '../lib/passage-index/open.ts';
import { readSettings } from '../lib/settings.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run ingest [-- FILE-OR-FOLDER … | --again]';
const TITLES: Readonly<Record<IngestStage, string>> = {
  wait: 'Waiting for another ingest',
  file: 'Files',
  passages: 'Passages',
  embeddings: 'Embeddings',
  index: 'Index',
  published: 'Published',
};

await run(async () => {
  const { positionals, values } = readArguments(USAGE, { again: { type: 'boolean' } });
  const settings = readSettings();
  const started = performance.now();
  const previous = values.again ? await publishedRoots(settings.dataDirectory) : undefined;
  const roots = positionals.length > 0 ? positionals : (previous ?? [settings.corpus]);
  const { dataDirectory, backgroundQuestions } = settings;
  const modelId = await embeddingModelId(settings);
  const summary = await withProgress((onProgress) =>
    ingest({
      roots,
      backgroundQuestions,
      dataDirectory,
      modelId,
      loadModel: () => loadEmbeddingModel(settings),
      onProgress,
    }),
  );
  console.log(describe(summary, (performance.now() - started) / 1000));
});

/** What the published index was made from: a start must not replace it by another one. */
async function publishedRoots(dataDirectory: string): Promise<readonly string[] | undefined> {
  return verifyPublished(dataDirectory).then(
    ({ roots }) => roots,
    () => undefined,
  );
}

/** Shows the stage under way: on a terminal in a line that changes, else as a line a stage. */
async function withProgress(
  work: (onProgress: IngestProgress) => Promise<IngestSummary>,
): Promise<IngestSummary> {
  if (!process.stdout.isTTY) return work(lineAStage());
  const list = new Listr<{ summary?: IngestSummary }>(
    {
      title: 'Ingest',
      task: async (context, task) => {
        context.summary = await work((stage, step) => {
          task.title = lineOf(stage, step);
        });
        task.title = context.summary.changed ? 'Published' : 'Nothing to do';
      },
    },
    // The error is told once, where every command tells it.
    { rendererOptions: { showErrorMessage: false } },
  );
  const { summary } = await list.run();
  if (!summary) throw new Error('The ingest ended without a result');
  return summary;
}

function lineAStage(): IngestProgress {
  let last: IngestStage | undefined;
  return (stage, step) => {
    if (stage !== last) console.log(lineOf(stage, step));
    last = stage;
  };
}

function lineOf(stage: IngestStage, { detail, done, total }: Parameters<IngestProgress>[1]): string {
  return [TITLES[stage], total !== undefined && `${done}/${total}`, detail].filter(Boolean).join(' ');
}

function describe({ manifest, changed, embedded }: IngestSummary, seconds: number): string {
  const { passages, sentences, questions } = manifest.counts;
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  const contents = `${passages} passages, ${sentences} sentences, ${questions} anticipated questions, ${(bytes / 1e6).toFixed(1)} MB`;
  const work = changed ? `${embedded} texts embedded` : 'nothing changed';
  return `Edition ${manifest.edition}: ${contents}; ${work}; ${seconds.toFixed(1)} s`;
}
