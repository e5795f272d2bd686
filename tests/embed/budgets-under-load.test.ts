import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveHeap } from './live-heap.ts';
import { type Service, START_TIMEOUT, serve, tokenFor } from './served-for-partners.ts';

const ALLOWED = 40;
const TIMES = 10;
const CONCURRENCY = 50;
/** Bytes that may remain of thousands of refusals: what V8 compiles meanwhile, not a trace of each. */
const GROWTH = 5e6;

const partner = (id: string, budgets: object) => ({
  id,
  name: id,
  origins: ['https://www.example.cn'],
  budgets: {
    perAddress: { questions: 100_000, seconds: 60 },
    perSession: { questions: 100_000, seconds: 60 },
    ...budgets,
  },
});

describe('Under ten times the load that is allowed', () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve([
      partner('by-day', { questionsPerDay: ALLOWED }),
      partner('by-address', { perAddress: { questions: ALLOWED, seconds: 3_600 } }),
      partner('by-session', { perSession: { questions: ALLOWED, seconds: 3_600 } }),
      partner('calm', {}),
    ]);
  }, START_TIMEOUT);
  afterAll(() => service?.stop());

  const ask = async (token: string): Promise<Response> => {
    const response = await fetch(`${service.address}/api/ask`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        Origin: service.address,
        'Content-Type': 'application/json',
        'Accept-Language': 'zh',
      },
      body: JSON.stringify({ question: '报告分几章？' }),
    });
    await response.clone().arrayBuffer();
    return response;
  };

  const flood = async (token: string, count: number): Promise<Response[]> => {
    const responses: Response[] = [];
    let sent = 0;
    const visitor = async () => {
      while (sent++ < count) responses.push(await ask(token));
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, visitor));
    return responses;
  };

  test.each(['by-day', 'by-address', 'by-session'])(
    'a budget %s is kept exactly, and others are still served',
    async (id) => {
      const token = await tokenFor(service.address, id);
      const calm = await tokenFor(service.address, 'calm');
      const flooding = flood(token, ALLOWED * TIMES);
      const others = await flood(calm, CONCURRENCY);
      const responses = await flooding;
      expect(responses.filter(({ status }) => status === 200)).toHaveLength(ALLOWED);
      expect(responses.filter(({ status }) => status === 429)).toHaveLength(ALLOWED * (TIMES - 1));
      expect(others.every(({ status }) => status === 200)).toBe(true);
    },
  );

  test('a refusal says when to come back, to programs and in the reader’s words', async () => {
    const response = await ask(await tokenFor(service.address, 'by-day'));
    expect(response.status).toBe(429);
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(86_000);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(response.headers.get('ratelimit')).toMatch(/^"day";r=0;t=\d+$/);
    expect(response.headers.get('ratelimit-policy')).toBe(`"day";q=${ALLOWED};w=86400`);
    expect(response.headers.get('ratelimit-remaining')).toBe('0');
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error).toEqual({
      code: 'budget-spent',
      message: '本站今天的提问次数已用完。请在 24 小时后再试。',
    });
  });

  test('an answer says what is left', async () => {
    const response = await ask(await tokenFor(service.address, 'calm'));
    expect(response.headers.get('ratelimit-policy')).toContain(';q=5000;');
    expect(Number(response.headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
  });

  test('the process’s memory stays flat', async () => {
    const token = await tokenFor(service.address, 'by-day');
    await flood(token, 2_000);
    const before = await liveHeap(service.inspector);
    await flood(token, 6_000);
    expect((await liveHeap(service.inspector)) - before).toBeLessThan(GROWTH);
  });
});
