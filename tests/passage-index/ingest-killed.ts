// Run as a process of its own: ingests and kills itself, as -9 does, at the step that it is told.
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { ingest } from '../../lib/passage-index/ingest.ts';
import { readSettings } from '../../lib/settings.ts';

const [root = '', dataDirectory = '', fatalStep = ''] = process.argv.slice(2);
const { modelDirectory } = readSettings({});
let step = 0;

await ingest({
  roots: [root],
  dataDirectory,
  modelId: await BundledEmbeddings.idOf(modelDirectory),
  loadModel: () => BundledEmbeddings.load(modelDirectory),
  onProgress: () => {
    if (step++ === Number(fatalStep)) process.kill(process.pid, 'SIGKILL');
  },
});
