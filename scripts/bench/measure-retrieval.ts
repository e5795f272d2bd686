import type { Dispatcher } from 'undici';
import type { Figure } from './figures.ts';
import type { Questions } from './questions.ts';
import { median, percentile } from './statistics.ts';

const QUESTIONS_ASKED = 200;
const DURATION = /retrieval;dur=([\d.]+)/;

/** What the running server itself says that retrieval took: the question's embedding and all searches. */
export async function measureRetrieval(server: Dispatcher, questions: Questions): Promise<Figure[]> {
  const durations: number[] = [];
  for (const question of questions.take(QUESTIONS_ASKED)) durations.push(await durationOf(server, question));
  const group = 'Retrieval of one question in the running server, embedding included';
  return [
    { group, name: 'p50', value: median(durations), unit: 'ms', wanted: { atMost: 5 } },
    { group, name: 'p95', value: percentile(durations, 0.95), unit: 'ms' },
  ];
}

async function durationOf(server: Dispatcher, question: string): Promise<number> {
  const path = `/api/search?${new URLSearchParams({ q: question, limit: '5' })}`;
  const { headers, body } = await server.request({ path, method: 'GET' });
  await body.dump();
  const duration = DURATION.exec(String(headers['server-timing']))?.[1];
  if (!duration) throw new Error('/api/search did not say how long retrieval took');
  return Number(duration);
}
