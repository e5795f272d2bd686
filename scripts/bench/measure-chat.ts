import type { Dispatcher } from 'undici';
import { type ChatTiming, chat } from './chat.ts';
import type { Figure } from './figures.ts';
import type { Questions } from './questions.ts';
import type { ServerProcess } from './server-process.ts';
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
  readonly process: ServerProcess;
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
  const rounds = contestants.map((): Round[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, contestant] of contestants.entries()) rounds[at]?.push(await run(contestant, questions));
  }
  const group = `Answers at concurrency ${CONCURRENCY} (median of ${ROUNDS} rounds)`;
  const rates = rounds.map((list) => list.map(({ rate }) => rate));
  const ratio = (to: number) =>
    median((rates[0] ?? []).map((rate, round) => rate / (rates[to]?.[round] ?? 0)));
  const shares: Figure[] = [
    { group, name: 'share of the empty route', value: ratio(1), unit: '×', wanted: { atLeast: 0.3 } },
    { group, name: 'share of the empty route through the AI SDK', value: ratio(2), unit: '×' },
  ];
  return [
    ...contestants.map(
      ({ name }, at): Figure => ({ group, name, value: median(rates[at] ?? []), unit: 'a second' }),
    ),
    ...shares,
    // What others do on the machine changes the rates, and this far less.
    ...contestants.flatMap(({ name }, at): Figure[] => {
      const times = (rounds[at] ?? []).flatMap(({ cpuTime }) => cpuTime ?? []);
      return times.length === 0
        ? []
        : [{ group, name: `CPU time an answer, ${name}`, value: median(times), unit: 'ms' }];
    }),
  ];
}

interface Round {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds of the server's cores for each answer. */
  readonly cpuTime: number | undefined;
}

async function run(contestant: Contestant, questions: Questions): Promise<Round> {
  const cpuBefore = contestant.process.cpuTime();
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
  const rate = answered / (elapsed() / 1000);
  const cpuAfter = contestant.process.cpuTime();
  const known = cpuBefore !== undefined && cpuAfter !== undefined;
  return { rate, cpuTime: known ? (cpuAfter - cpuBefore) / answered : undefined };
}

function ask({ server, path }: Contestant, question: string): Promise<ChatTiming> {
  return chat(server, path, question);
}
