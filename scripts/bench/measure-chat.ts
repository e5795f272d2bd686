import type { Dispatcher } from 'undici';
import { type ChatTiming, chat } from './chat.ts';
import type { Figure } from './figures.ts';
import type { Questions } from './questions.ts';
import { median } from './statistics.ts';

/** Enough for a steady median; they take seconds. */
const QUESTIONS_ASKED = 150;
const CONCURRENCY = 16;
/** Each server in turn, several times: what else the machine does falls on all of them. */
const ROUNDS = 3;
const ROUND_MILLISECONDS = 4_000;
/** Asked before anything is counted, so that all of them run optimised code. */
const WARM_UP_QUESTIONS = 300;

/** A route that is measured; the first is the real one. */
export interface Contestant {
  readonly name: string;
  readonly server: Dispatcher;
  readonly path: string;
}

export async function warmUp(contestants: readonly Contestant[], questions: Questions): Promise<void> {
  for (const contestant of contestants) {
    for (const question of questions.take(WARM_UP_QUESTIONS)) await ask(contestant, question);
  }
}

/** One question after another, each route in turn: when the first text is there, and when all of it is. */
export async function measureLatency(
  contestants: readonly Contestant[],
  questions: Questions,
): Promise<Figure[]> {
  const timings = contestants.map((): ChatTiming[] => []);
  for (const question of questions.take(QUESTIONS_ASKED)) {
    for (const [at, contestant] of contestants.entries()) timings[at]?.push(await ask(contestant, question));
  }
  const group = 'A question to /api/chat, alone (p50)';
  const first = timings.map((list) => median(list.map(({ firstText }) => firstText)));
  const last = timings.map((list) => median(list.map(({ lastByte }) => lastByte)));
  return [
    ...contestants.map(
      ({ name }, at) => ({ group, name: `first text, ${name}`, value: first[at] ?? 0, unit: 'ms' }) as const,
    ),
    {
      group,
      name: 'first text, later than the empty route',
      value: (first[0] ?? 0) - (first[1] ?? 0),
      unit: 'ms',
      wanted: { atMost: 10 },
    },
    ...contestants.map(
      ({ name }, at) => ({ group, name: `last byte, ${name}`, value: last[at] ?? 0, unit: 'ms' }) as const,
    ),
  ];
}

/** Answers a second with sixteen readers at once, and the share of what the empty routes reach. */
export async function measureThroughput(
  contestants: readonly Contestant[],
  questions: Questions,
): Promise<Figure[]> {
  const rates = contestants.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, contestant] of contestants.entries())
      rates[at]?.push(await rateOf(contestant, questions));
  }
  const group = `Answers at concurrency ${CONCURRENCY} (median of ${ROUNDS} rounds)`;
  const ratio = (to: number) =>
    median((rates[0] ?? []).map((rate, round) => rate / (rates[to]?.[round] ?? 0)));
  return [
    ...contestants.map(
      ({ name }, at) => ({ group, name, value: median(rates[at] ?? []), unit: 'a second' }) as const,
    ),
    { group, name: 'share of the empty route', value: ratio(1), unit: '×', wanted: { atLeast: 0.3 } },
    { group, name: 'share of the empty route through the AI SDK', value: ratio(2), unit: '×' },
  ];
}

async function rateOf(contestant: Contestant, questions: Questions): Promise<number> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let answered = 0;
  const reader = async () => {
    while (elapsed() < ROUND_MILLISECONDS) {
      await ask(contestant, questions.next());
      answered++;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, reader));
  return answered / (elapsed() / 1000);
}

function ask({ server, path }: Contestant, question: string): Promise<ChatTiming> {
  return chat(server, path, question);
}
