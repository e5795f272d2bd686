import { Pool } from 'undici';
import { chat } from './chat.ts';
import type { Figure } from './figures.ts';
import type { Questions } from './questions.ts';
import type { ServerProcess } from './server-process.ts';
import { median, timed } from './statistics.ts';

/** One start says little about what the first question costs. */
const STARTS = 3;

/** Whether a server that has just come up answers its first question as fast as its second. */
export async function measureWarmUp(
  start: () => Promise<ServerProcess>,
  questions: Questions,
): Promise<Figure[]> {
  const starts: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  for (let count = 0; count < STARTS; count++) {
    let server: ServerProcess | undefined;
    starts.push(
      await timed(async () => {
        server = await start();
      }),
    );
    if (!server) continue;
    const pool = new Pool(server.address);
    // The connection is not what is measured.
    await (await pool.request({ path: '/api/health', method: 'GET' })).body.dump();
    first.push((await chat(pool, '/api/chat', questions.next())).lastByte);
    second.push((await chat(pool, '/api/chat', questions.next())).lastByte);
    await pool.close();
    await server.stop();
  }
  const group = `Warm-up (median of ${STARTS} starts)`;
  return [
    { group, name: 'from the command to the address', value: median(starts) / 1000, unit: 's' },
    { group, name: 'first question', value: median(first), unit: 'ms' },
    { group, name: 'second question', value: median(second), unit: 'ms' },
    { group, name: 'first beside second', value: median(first) / median(second), unit: '×' },
  ];
}
