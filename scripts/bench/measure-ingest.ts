import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { timed } from './statistics.ts';

const REPORT = 'corpus/report.txt';

/** `npm run ingest` from the process's start to its end, into indexes in `folder`. */
export async function measureIngest(folder: string): Promise<Figure[]> {
  const alone = join(folder, 'report.txt');
  await copyFile(REPORT, alone);
  const without = await seconds(alone, join(folder, 'without'));
  const withQuestions = await seconds(REPORT, join(folder, 'with'));
  const unchanged = await seconds(REPORT, join(folder, 'with'));
  const figure = (name: string, value: number, atMost: number): Figure => ({
    group: 'Ingest of the report',
    name,
    value,
    unit: 's',
    wanted: { atMost },
  });
  return [
    figure('from nothing, without anticipated questions', without, 20),
    figure('from nothing, with anticipated questions', withQuestions, 40),
    figure('nothing changed', unchanged, 2),
  ];
}

async function seconds(report: string, dataDirectory: string): Promise<number> {
  const milliseconds = await timed(async () => {
    const child = spawn(process.execPath, ['scripts/ingest.ts', report], {
      env: { ...process.env, DATA_DIR: dataDirectory },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [status] = await once(child, 'exit');
    if (status !== 0) throw new Error('The ingest failed; its message stands above');
  });
  return milliseconds / 1000;
}
