import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Assistant } from '../../lib/assistant.ts';
import { readSettings } from '../../lib/settings.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

let assistant: Assistant;

beforeAll(async () => {
  assistant = await Assistant.open({ ...readSettings({}), dataDirectory: await indexedCorpus() });
});

afterAll(() => assistant.close());

const OFF_TOPIC = [
  '怎么给猫剪指甲？',
  '今晚吃什么？',
  'How do I bake bread?',
  'Как приготовить борщ?',
] as const;
const NOT_IN_REPORT = ['比什凯克到喀什的机票多少钱？', '这份报告的定价是多少？'] as const;
const ANSWERED = [
  '陕西建成了几个海外仓？',
  'How many overseas warehouses has Shaanxi built?',
  'Сколько зарубежных складов построила провинция Шэньси?',
] as const;

describe('a question about something else', () => {
  test.each(OFF_TOPIC)('is refused, nothing is quoted, and sections are offered: %s', async (question) => {
    const { refusal, citations, text } = await assistant.answer({ question });
    expect(refusal?.reason).toBe('off-topic');
    expect(citations).toEqual([]);
    expect(text).not.toBe('');
    expect(refusal?.nearest.length).toBeGreaterThan(0);
  });
});

describe('a question that the report leaves open', () => {
  test.each(NOT_IN_REPORT)('is refused, and the nearest sentences are quoted: %s', async (question) => {
    const { refusal, citations, text } = await assistant.answer({ question });
    expect(refusal?.reason).toBe('not-in-report');
    expect(citations.length).toBeGreaterThan(0);
    for (const { id, quote } of citations) expect(text).toContain(`${quote}[${id}]`);
  });

  test('is offered sections of the report, each once, by links to them', async () => {
    const { refusal } = await assistant.answer({ question: NOT_IN_REPORT[0] });
    const addresses = assistant.reports.flatMap(({ chapters }) =>
      chapters.flatMap((chapter) => [chapter.address, ...chapter.sections.map(({ address }) => address)]),
    );
    const urls = refusal?.nearest.map(({ url }) => url) ?? [];
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(addresses).toContain(/^\/read\/report#(.+)$/.exec(url)?.[1]);
  });
});

describe('a question that the report answers', () => {
  test.each(ANSWERED)('is answered: %s', async (question) => {
    const { refusal, citations } = await assistant.answer({ question });
    expect(refusal).toBeNull();
    expect(citations[0]?.quote).toContain('10个海外仓');
  });

  test('is answered after another, though it says little by itself', async () => {
    const history = [
      { role: 'user', content: '陕西累计建成了几个海外仓？' },
      { role: 'assistant', content: '累计建成10个海外仓。' },
    ] as const;
    expect(
      (await assistant.answer({ question: '那2024年对中亚国家进出口增长了多少？', history })).refusal,
    ).toBeNull();
  });
});
