import { describe, expect, it } from 'vitest';
import { GET } from '../../../app/api/search/route.ts';
import { paragraphsOf } from '../../../lib/report/report.ts';
import { realReport } from '../../real-report.ts';
import { serveCorpus } from '../serve-corpus.ts';
import { expectError, get } from './requests.ts';

const corpus = serveCorpus();
const TRADE = '2024年中国与中亚国家的贸易额是多少？';

const search = (parameters: Record<string, string>) =>
  GET(get(`/api/search?${new URLSearchParams(parameters)}`));
interface Found {
  id: string;
  text: string;
  score: number;
  url: string;
}
async function found(parameters: Record<string, string>): Promise<Found[]> {
  const response = await search(parameters);
  expect(response.status).toBe(200);
  return (await response.json()).passages;
}

describe('GET /api/search', () => {
  it('gives passages with their places, best first', async () => {
    const response = await search({ q: TRADE });
    const { passages, edition } = await response.json();
    expect(edition).toBe(corpus.assistant.edition);
    expect(passages).toHaveLength(10);
    for (const passage of passages)
      expect(passage).toEqual({
        id: expect.stringMatching(/^report:/),
        chapter: expect.any(String),
        chapterTitle: expect.any(String),
        section: expect.any(String),
        paragraph: expect.any(Number),
        text: expect.any(String),
        score: expect.any(Number),
        url: expect.stringMatching(/^\/read\/report\/[cu]\d+(-s\d+)?-p\d+#/),
      });
    const scores = passages.map(({ score }: Found) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
  });

  it('gives the passage alone, without its headings, from the paragraph that its link opens', async () => {
    const paragraphs = new Map(paragraphsOf(realReport()).map(({ address, text }) => [address, text]));
    for (const { text, url } of await found({ q: TRADE })) {
      const [firstLine = ''] = text.split('\n');
      expect(paragraphs.get(url.split('#')[1] ?? '')).toContain(firstLine);
    }
  });

  it.each(['1', '3', '50'])('gives at most %s', async (limit) => {
    expect((await found({ q: TRADE, limit })).length).toBeLessThanOrEqual(Number(limit));
    expect((await found({ q: TRADE, limit })).length).toBeGreaterThan(0);
  });

  it.each([
    ['traditional characters', '2024年中國與中亞國家的貿易額是多少？'],
    ['full-width forms', '２０２４年中国与中亚国家的贸易额是多少？'],
    ['invisible characters', '2024年中国\u200b与中亚国家的贸易额是多少？'],
  ])('finds the same when asked in %s', async (_, q) => {
    expect(await found({ q })).toEqual(await found({ q: TRADE }));
  });

  it('finds the same in capital letters', async () => {
    expect(await found({ q: '1GW光伏' })).toEqual(await found({ q: '1gw光伏' }));
  });

  it.each([
    ['no question', {}, 400, 'question-empty'],
    ['an empty question', { q: ' ' }, 400, 'question-empty'],
    ['a question of 2,001 characters', { q: '中'.repeat(2_001) }, 400, 'question-too-long'],
    ['a limit of 0', { q: TRADE, limit: '0' }, 400, 'invalid-request'],
    ['a limit of 51', { q: TRADE, limit: '51' }, 400, 'invalid-request'],
    ['a limit of 1.5', { q: TRADE, limit: '1.5' }, 400, 'invalid-request'],
    ['a limit that is no number', { q: TRADE, limit: 'all' }, 400, 'invalid-request'],
    ['a report that there isn’t', { q: TRADE, report: 'no-such' }, 404, 'unknown-report'],
  ] as const)('refuses %s', async (_, parameters, status, code) => {
    await expectError(await search(parameters), status, code);
  });
});
