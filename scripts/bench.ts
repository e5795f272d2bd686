import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { contestantsBeside, startZhangwen } from './bench/contestants.ts';
import { type Figure, tableOf } from './bench/figures.ts';
import { measureLatency, measureThroughput, warmUp } from './bench/measure-chat.ts';
import { measureIngest } from './bench/measure-ingest.ts';
import { measureRetrieval } from './bench/measure-retrieval.ts';
import { measureSteps } from './bench/measure-steps.ts';
import { measureWarmUp } from './bench/measure-warm-up.ts';
import { memoryFigure } from './bench/memory.ts';
import { Questions } from './bench/questions.ts';
import { checkInstallation } from './check-installation.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run bench [-- --json FILE]';

/** Measures, in one run and on this machine only, what a reader waits for, next to the alternatives. */
await run(async () => {
  const { values } = readArguments(USAGE, { json: { type: 'string' } });
  await checkInstallation();
  const folder = await mkdtemp(join(tmpdir(), 'zhangwen-bench-'));
  try {
    const figures = await measureAll(await Questions.read(), folder);
    console.log(tableOf(figures));
    if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function measureAll(questions: Questions, folder: string): Promise<Figure[]> {
  say('ingest');
  const ingest = await measureIngest(folder);
  say('warm-up');
  const warm = await measureWarmUp(startZhangwen, questions);
  say('steps');
  const steps = await measureSteps(questions);

  const zhangwen = await startZhangwen();
  const idle = memoryFigure(zhangwen, 'after warm-up');
  const contestants = await contestantsBeside(zhangwen, questions, folder);
  say('retrieval');
  await warmUp(contestants, questions);
  const retrieval = await measureRetrieval(new Pool(zhangwen.address), questions);
  say('/api/chat beside an empty route');
  const latency = await measureLatency(contestants, questions);
  const throughput = await measureThroughput(contestants, questions);
  const loaded = memoryFigure(zhangwen, 'after the load');
  return [...retrieval, ...steps, ...latency, ...throughput, ...ingest, ...warm, idle, loaded];
}

function say(what: string): void {
  console.error(`Measuring ${what} …`);
}
