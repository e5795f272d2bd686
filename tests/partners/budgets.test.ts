import { describe, expect, test } from 'vitest';
import type { BudgetStore } from '../../lib/partners/budget-store.ts';
import { type Asker, takeQuestion } from '../../lib/partners/budgets.ts';
import { MemoryBudgetStore } from '../../lib/partners/memory-budget-store.ts';
import { type PartnerEntry, partnerSchema } from '../../lib/partners/partner.ts';
import { rateLimitHeaders } from '../../lib/partners/rate-limit-headers.ts';

/** Every implementation of the contract is held to the same. */
const STORES: readonly [name: string, open: () => BudgetStore][] = [
  ['memory', () => new MemoryBudgetStore()],
];
const TEN_A_MINUTE = { units: 10, seconds: 60 };

describe.each(STORES)('The budget store in %s', (_name, open) => {
  test('grants what is allowed, and says what is left', async () => {
    const store = open();
    const takings = [];
    for (let count = 0; count < 11; count++) takings.push(await store.take('a', TEN_A_MINUTE, 1));
    expect(takings.map(({ granted }) => granted)).toEqual([...Array<boolean>(10).fill(true), false]);
    expect(takings.map(({ left }) => left)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]);
    expect(takings[10]?.renewsIn).toBeGreaterThan(58_000);
    expect(takings[10]?.renewsIn).toBeLessThanOrEqual(60_000);
  });

  test('grants exactly what is allowed when many take at once', async () => {
    const store = open();
    const takings = await Promise.all(Array.from({ length: 1_000 }, () => store.take('a', TEN_A_MINUTE, 1)));
    expect(takings.filter(({ granted }) => granted)).toHaveLength(10);
  });

  test('counts each key for itself', async () => {
    const store = open();
    await store.take('a', { units: 1, seconds: 60 }, 1);
    expect((await store.take('a', { units: 1, seconds: 60 }, 1)).granted).toBe(false);
    expect((await store.take('b', { units: 1, seconds: 60 }, 1)).granted).toBe(true);
  });

  test('starts anew when the time is over', async () => {
    const store = open();
    const oneASecond = { units: 1, seconds: 1 };
    expect((await store.take('a', oneASecond, 1)).granted).toBe(true);
    expect((await store.take('a', oneASecond, 1)).granted).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await store.take('a', oneASecond, 1)).granted).toBe(true);
  });

  test('takes back what was not needed, but never more than was taken', async () => {
    const store = open();
    await store.take('a', TEN_A_MINUTE, 8);
    expect((await store.take('a', TEN_A_MINUTE, 3)).granted).toBe(false);
    await store.giveBack('a', 5);
    expect((await store.take('a', TEN_A_MINUTE, 3)).left).toBe(4);
    await store.giveBack('a', 100);
    expect((await store.take('a', TEN_A_MINUTE, 11)).granted).toBe(false);
    expect((await store.take('a', TEN_A_MINUTE, 10)).granted).toBe(true);
    await store.giveBack('never taken', 5);
    expect((await store.take('never taken', TEN_A_MINUTE, 11)).granted).toBe(false);
  });

  test('goes on with the same count when more is allowed', async () => {
    const store = open();
    await store.take('a', TEN_A_MINUTE, 10);
    expect((await store.take('a', { units: 12, seconds: 60 }, 1)).left).toBe(1);
  });
});

const partner = (budgets: PartnerEntry['budgets']) =>
  partnerSchema.parse({ id: 'demo', name: '示范网', origins: ['https://www.example.cn'], budgets });
const asker = (budgets: PartnerEntry['budgets'], address = '203.0.113.7', session = 'one'): Asker => ({
  address,
  guest: { partner: partner(budgets), session },
  tokens: 0,
});

describe('A question', () => {
  test('is counted for its address, its session and its partner’s day', async () => {
    const budgets = {
      perAddress: { questions: 3, seconds: 60 },
      perSession: { questions: 2, seconds: 60 },
      questionsPerDay: 4,
    };
    const store = new MemoryBudgetStore();
    const ask = async (address: string, session: string) => {
      const { granted, tightest } = await takeQuestion(store, asker(budgets, address, session));
      return granted ? 'granted' : tightest.name;
    };
    expect(await ask('one address', 'first')).toBe('granted');
    expect(await ask('one address', 'first')).toBe('granted');
    expect(await ask('one address', 'first')).toBe('session');
    expect(await ask('one address', 'second')).toBe('granted');
    expect(await ask('one address', 'third')).toBe('address');
    expect(await ask('another address', 'fourth')).toBe('granted');
    expect(await ask('a third address', 'fifth')).toBe('day');
  });

  test('that is refused costs nothing elsewhere', async () => {
    const store = new MemoryBudgetStore();
    const spent = { perAddress: { questions: 1, seconds: 60 }, questionsPerDay: 0 };
    for (let count = 0; count < 5; count++) {
      expect((await takeQuestion(store, asker(spent))).tightest.name).toBe('day');
    }
    const mended = { ...spent, questionsPerDay: 1 };
    expect((await takeQuestion(store, asker(mended))).granted).toBe(true);
  });

  test('takes what a model may use before it starts, and a search takes none', async () => {
    const store = new MemoryBudgetStore();
    const search = asker({ modelTokensPerDay: 15_000 });
    const question = { ...search, tokens: 7_000 };
    expect((await takeQuestion(store, question)).granted).toBe(true);
    expect((await takeQuestion(store, question)).granted).toBe(true);
    expect((await takeQuestion(store, question)).tightest.name).toBe('tokens');
    expect((await takeQuestion(store, search)).granted).toBe(true);
  });

  test('of one partner’s readers is not counted for another’s', async () => {
    const store = new MemoryBudgetStore();
    const budgets = { perAddress: { questions: 1, seconds: 60 } };
    const other = { ...partner(budgets), id: 'other' };
    expect((await takeQuestion(store, asker(budgets))).granted).toBe(true);
    expect((await takeQuestion(store, asker(budgets))).granted).toBe(false);
    const elsewhere = { ...asker(budgets), guest: { partner: other, session: 'one' } };
    expect((await takeQuestion(store, elsewhere)).granted).toBe(true);
  });
});

test('Headers say how a budget stands', () => {
  const state = {
    name: 'session',
    allowance: { units: 20, seconds: 60 },
    granted: false,
    left: 0,
    renewsIn: 36_100,
  } as const;
  expect(rateLimitHeaders(state)).toEqual({
    'RateLimit-Policy': '"session";q=20;w=60',
    RateLimit: '"session";r=0;t=37',
    'RateLimit-Limit': '20',
    'RateLimit-Remaining': '0',
    'RateLimit-Reset': '37',
  });
});
