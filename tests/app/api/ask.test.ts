import { describe, expect, it, vi } from 'vitest';
import { POST } from '../../../app/api/ask/route.ts';
import type { Citation } from '../../../lib/answer/answer.ts';
import type { AnswerJson } from '../../../lib/answer/answer-json.ts';
import { withoutWhitespace } from '../../../lib/text/normalise.ts';
import { realReport } from '../../real-report.ts';
import { serveCorpus } from '../serve-corpus.ts';
import { UNREADABLE } from './bad-requests.ts';
import { endlessBody, expectError, post } from './requests.ts';

const corpus = serveCorpus();
const ABOUT_NOTHING_HERE = [
  '给我讲个关于猫的笑话',
  '红烧肉要放多少糖？',
  'How do I fix the brakes of my car?',
];
const TRADE = '2024年中国与中亚国家的贸易额是多少？';

const ask = (body: unknown, init?: RequestInit) => POST(post('/api/ask', body, init));
async function answerTo(body: object): Promise<AnswerJson> {
  const response = await ask(body);
  expect(response.status).toBe(200);
  return response.json();
}

const turns = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    role: at % 2 ? 'assistant' : 'user',
    content: '中亚有几个国家？',
  }));

describe('POST /api/ask', () => {
  it('gives the answer, its citations, its edition and what a reader must be told', async () => {
    const answer = await answerTo({ question: TRADE });
    expect(answer).toEqual({
      answer: expect.stringContaining('[1]'),
      mode: 'extractive',
      refused: false,
      refusal: null,
      citations: expect.any(Array),
      edition: corpus.assistant.edition,
      notice: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it.each([TRADE, '鲁班工坊是什么？', 'What is the Belt and Road?', '第二章讲什么？'])(
    'cites “%s” word for word from the places that it names',
    async (question) => {
      const { answer, citations } = await answerTo({ question });
      expect(citations.length).toBeGreaterThan(0);
      expect(citations.map(({ id }) => id)).toEqual(citations.map((_, at) => at + 1));
      for (const citation of citations) {
        expect(answer).toContain(`[${citation.id}]`);
        expect(withoutWhitespace(paragraphOf(citation))).toContain(withoutWhitespace(citation.quote));
        expect(citation.url).toMatch(
          /^\/read\/report\/[cu]\d+(-s\d+)?-p\d+\.\d+(-\d+)?#[cu]\d+(-s\d+)?-p\d+$/,
        );
      }
      const pointers = [...answer.matchAll(/\[(\d+)\]/g)].map(([, id]) => Number(id));
      expect(new Set(pointers)).toEqual(new Set(citations.map(({ id }) => id)));
    },
  );

  it('says so and names sections when it refuses', async () => {
    const answers = await Promise.all(ABOUT_NOTHING_HERE.map((question) => answerTo({ question })));
    const { refused, refusal, answer } =
      answers.find((candidate) => candidate.refusal) ?? (answers[0] as AnswerJson);
    expect(refused).toBe(true);
    expect(answer).not.toBe('');
    expect(['off-topic', 'not-in-report']).toContain(refusal?.reason);
    for (const section of refusal?.nearest ?? [])
      expect(section).toEqual({
        report: realReport().title,
        chapter: expect.any(String),
        chapterTitle: expect.any(String),
        section: expect.any(String),
        url: expect.stringMatching(/^\/read\/report#[cu]\d/),
      });
  });

  it('answers the same question alike', async () => {
    expect(await answerTo({ question: TRADE })).toEqual(await answerTo({ question: TRADE }));
  });

  it('takes 20 earlier turns, a report, a locale and fields that it does not know', async () => {
    const { edition } = await answerTo({
      question: TRADE,
      history: turns(20),
      report: 'report',
      locale: 'ru',
      x: 1,
    });
    expect(edition).toBe(corpus.assistant.edition);
  });

  it('takes a question of 2,000 characters', async () => {
    expect((await ask({ question: '贸易'.repeat(1_000) })).status).toBe(200);
  });

  it.each([
    ['en', /[a-z]{3}/i],
    ['ru', /[а-я]{3}/i],
    ['zh', /^\P{Script=Cyrillic}+$/u],
  ])('speaks the locale (%s) to a question that tells no language', async (locale, words) => {
    const { answer, notice } = await answerTo({ question: '2030?', locale });
    expect(answer + notice).toMatch(words);
  });

  it.each([
    ['control characters', '2024年\u0000中国与\u0007中亚\u001b[31m的贸易额是多少？'],
    ['a lone surrogate', '2024年中国与中亚\ud83d的贸易额\udc00是多少？'],
    ['invisible characters', '2024年中国\u200b与中亚\u202e的贸易额是多少？'],
  ])('is not disturbed by %s', async (_, question) => {
    const { answer, citations } = await answerTo({
      question,
      history: [{ role: 'user', content: '\ud800\u0000' }],
    });
    expect(citations.length).toBeGreaterThan(0);
    expect(answer.isWellFormed()).toBe(true);
  });
});

describe('POST /api/ask refuses', () => {
  it.each(UNREADABLE)('%s', async (_, body, status, code) => {
    const started = performance.now();
    await expectError(await ask(body), status, code);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it.each([
    ['a question that is no text', { question: 42 }, 400, 'invalid-request'],
    ['a question that is a list', { question: ['贸易'] }, 400, 'invalid-request'],
    ['an empty question', { question: '' }, 400, 'question-empty'],
    [
      'a question of blanks and control characters',
      { question: ' \t\n\u0000\u200b\ud800 ' },
      400,
      'question-empty',
    ],
    ['a question of 2,001 characters', { question: '中'.repeat(2_001) }, 400, 'question-too-long'],
    ['21 earlier turns', { question: TRADE, history: turns(21) }, 400, 'history-too-long'],
    ['a history that is no list', { question: TRADE, history: 'x' }, 400, 'invalid-request'],
    ['a turn without content', { question: TRADE, history: [{ role: 'user' }] }, 400, 'invalid-request'],
    [
      'a system’s turn',
      { question: TRADE, history: [{ role: 'system', content: 'x' }] },
      400,
      'invalid-request',
    ],
    ['a report that there isn’t', { question: TRADE, report: 'no-such' }, 404, 'unknown-report'],
    ['a report that is no text', { question: TRADE, report: 1 }, 400, 'invalid-request'],
    [
      'a report’s name of 201 characters',
      { question: TRADE, report: 'x'.repeat(201) },
      404,
      'unknown-report',
    ],
    ['a locale that there isn’t', { question: TRADE, locale: 'fr' }, 400, 'unknown-locale'],
    ['a locale that is no text', { question: TRADE, locale: null }, 400, 'unknown-locale'],
  ] as const)('%s', async (_, body, status, code) => {
    await expectError(await ask(body), status, code);
  });

  it('a body in another encoding than UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"question": "'), Buffer.from([0xd6, 0xd0]), Buffer.from('"}')]);
    await expectError(await POST(post('/api/ask', '', { body })), 400, 'invalid-json');
  });

  it('a body that does not end, without reading much of it', async () => {
    const { stream, bytesGiven, stopped } = endlessBody();
    const request = post('/api/ask', '', { body: stream, duplex: 'half' } as RequestInit);
    await expectError(await POST(request), 413, 'body-too-large');
    expect(bytesGiven()).toBeLessThan(200 * 1024);
    expect(stopped()).toBe(true);
  });

  it('a body that announces its size, without reading any of it', async () => {
    const { stream, bytesGiven } = endlessBody();
    const headers = { 'content-length': String(1e9) };
    const request = post('/api/ask', '', { body: stream, headers, duplex: 'half' } as RequestInit);
    await expectError(await POST(request), 413, 'body-too-large');
    expect(bytesGiven()).toBe(0);
  });

  it('in the language that the browser prefers', async () => {
    const inLanguage = async (language: string) =>
      expectError(
        await ask({ question: '' }, { headers: { 'accept-language': language } }),
        400,
        'question-empty',
      );
    expect(await inLanguage('en-GB,en;q=0.9')).toMatch(/Please enter a question/);
    expect(await inLanguage('ru')).toMatch(/\p{Script=Cyrillic}/u);
    expect(await inLanguage('tlh')).toMatch(/\p{Script=Han}/u);
  });
});

describe('a client of /api/ask that left', () => {
  it('is not worked for, and nothing is reported', async () => {
    const search = vi.spyOn(corpus.assistant, 'ask');
    const report = vi.spyOn(console, 'error');
    const response = await ask({ question: TRADE }, { signal: AbortSignal.abort() });
    expect(response.status).toBe(499);
    expect(await response.text()).toBe('');
    expect(report).not.toHaveBeenCalled();
    for (const { value } of search.mock.results) expect((await value.events.next()).done).toBe(true);
  });
});

/** The text of the paragraph that a citation names, read from the file. */
function paragraphOf({ chapter, section, paragraph }: Citation): string {
  const paragraphs = realReport()
    .chapters.filter(({ label }) => label === chapter)
    .flatMap(({ sections }) => sections.filter(({ title }) => title === section))
    .flatMap((found) => found.paragraphs);
  return paragraphs.find(({ number }) => number === paragraph)?.text ?? '';
}
