import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEvent, Citation } from '../../lib/answer/answer.ts';
import { Assistant } from '../../lib/assistant.ts';
import { findPlace } from '../../lib/report/place.ts';
import { paragraphsOf } from '../../lib/report/report.ts';
import { readSettings } from '../../lib/settings.ts';
import { wordingIn } from '../../lib/wording/wording.ts';
import { indexedCorpus } from '../indexed-corpus.ts';
import { realReport } from '../real-report.ts';

const report = realReport();
let assistant: Assistant;

beforeAll(async () => {
  assistant = await Assistant.open({ ...readSettings({}), dataDirectory: await indexedCorpus() });
});

afterAll(() => assistant.close());

const ANSWERED = '陕西建成了几个海外仓？';
const TWO_AT_ONCE = '陕西建成了几个海外仓？安格连—帕普铁路隧道结束了什么历史？';
const LEFT_OPEN = '比什凯克到喀什的机票多少钱？';
const ELSEWHERE = '怎么给猫剪指甲？';
const CHAPTER = '第二章讲什么？';
const SUB_POINTS = '“普遍安全，共建安危与共新屏障”包括哪些方面？';
const CONTENTS = '这份报告有几章？';
const EVERY_KIND = [ANSWERED, TWO_AT_ONCE, LEFT_OPEN, ELSEWHERE, CHAPTER, SUB_POINTS, CONTENTS];
const WITH_CITATIONS = [ANSWERED, TWO_AT_ONCE, LEFT_OPEN, CHAPTER, SUB_POINTS];

async function eventsOf(question: string): Promise<AnswerEvent[]> {
  return Array.fromAsync(assistant.ask({ question }).events);
}

/** The sentences that a citation's link opens the report at. */
function sentencesAt({ url }: Citation): string {
  const [, place = '', fragment] = /^\/read\/report\/([^#]+)#(.+)$/.exec(url) ?? [];
  const found = findPlace(report, place);
  expect(found?.paragraph).toBe(fragment);
  const paragraph = paragraphsOf(report).find(({ address }) => address === fragment);
  const { first, last } = found?.sentences ?? { first: 1, last: 0 };
  return (paragraph?.sentences ?? [])
    .slice(first - 1, last)
    .map(({ text }) => text)
    .join('');
}

describe('an answer as it comes', () => {
  test.each(EVERY_KIND)('begins with its citations and ends with its outcome: %s', async (question) => {
    const types = (await eventsOf(question)).map(({ type }) => type);
    expect(types[0]).toBe('citations');
    expect(types.at(-1)).toBe('outcome');
    expect(types.slice(1, -1).length).toBeGreaterThan(0);
    expect(new Set(types.slice(1, -1))).toEqual(new Set(['text']));
  });

  test('stops when the reader has left', async () => {
    const gone = AbortSignal.abort();
    await expect(assistant.answer({ question: ANSWERED }, gone)).rejects.toThrow('aborted');
  });
});

describe('a citation', () => {
  test.each(WITH_CITATIONS)('quotes the very sentences that its link opens: %s', async (question) => {
    const { citations } = await assistant.answer({ question });
    expect(citations.length).toBeGreaterThan(0);
    for (const citation of citations) expect(sentencesAt(citation)).toBe(citation.quote);
  });

  test.each(WITH_CITATIONS)(
    'names the chapter, section and paragraph of its quotation: %s',
    async (question) => {
      const { citations } = await assistant.answer({ question });
      for (const citation of citations) {
        const chapter = report.chapters.find(({ label }) => label === citation.chapter);
        const section = chapter?.sections.find(({ title }) => title === citation.section);
        const paragraph = section?.paragraphs.find(({ number }) => number === citation.paragraph);
        expect(chapter?.title).toBe(citation.chapterTitle);
        expect(paragraph?.text).toContain(citation.quote);
        expect(citation.report).toBe(report.title);
      }
    },
  );

  test.each(WITH_CITATIONS)('is numbered from 1 and pointed at once: %s', async (question) => {
    const { citations, text } = await assistant.answer({ question });
    const pointed = Array.from(text.matchAll(/\[(\d+)\]/g), ([, id]) => Number(id));
    expect(pointed.toSorted((a, b) => a - b)).toEqual(citations.map((_, at) => at + 1));
    expect(citations.map(({ id }) => id)).toEqual(citations.map((_, at) => at + 1));
  });
});

describe('the text of an answer', () => {
  test('introduces each section once, and quotes it', async () => {
    const { text, citations } = await assistant.answer({ question: TWO_AT_ONCE });
    const sections = new Set(citations.map(({ chapter, section }) => `${chapter}“${section}”`));
    expect(sections.size).toBeGreaterThan(1);
    for (const section of sections) expect(text.split(section)).toHaveLength(2);
    for (const { id, quote } of citations) expect(text).toContain(`${quote}[${id}]`);
  });

  test.each([
    ['zh', ANSWERED],
    ['en', 'How many overseas warehouses has Shaanxi built?'],
    ['ru', 'Сколько зарубежных складов построила провинция Шэньси?'],
  ] as const)(
    'speaks the question’s language around the report’s own words: %s',
    async (language, question) => {
      const { text, notice, citations } = await assistant.answer({ question });
      const { introduce, extractiveNotice } = wordingIn(language).answer;
      const { chapter = '', section = '', quote = '' } = citations[0] ?? {};
      expect(text.startsWith(`${introduce({ chapter, section })}${quote}`)).toBe(true);
      expect(notice).toBe(extractiveNotice);
    },
  );

  test('begins with what the report does say, when the question takes another figure for granted', async () => {
    const { text, refusal } = await assistant.answer({ question: '陕西为什么只建成了3个海外仓？' });
    expect(refusal).toBeNull();
    expect(text.startsWith(wordingIn('zh').answer.otherFigure)).toBe(true);
    expect(text).toContain('10个海外仓');
  });
});

describe('an answer from the outline', () => {
  test.each([
    ['zh', CONTENTS],
    ['en', 'How many chapters does it have?'],
    ['ru', 'Сколько в докладе глав?'],
  ] as const)('counts the chapters in %s and lists every chapter and section', async (language, question) => {
    const { text } = await assistant.answer({ question });
    const numbered = report.chapters.filter(({ title }) => title !== '').length;
    expect(text.startsWith(wordingIn(language).answer.contents(report.title, numbered))).toBe(true);
    for (const { label, title, sections } of report.chapters) {
      expect(text).toContain(`- ${label} ${title}`.trimEnd());
      for (const section of sections) expect(text).toContain(section.title);
    }
  });

  test.each([CHAPTER, 'What is chapter 2 about?', 'О чём глава 2?'])(
    'gives each section of a chapter with its opening sentence: %s',
    async (question) => {
      const { citations } = await assistant.answer({ question });
      const titled = report.chapters
        .find(({ label }) => label === '第二章')
        ?.sections.filter(({ title }) => title !== '');
      expect(citations.map(({ section }) => section)).toEqual(titled?.map(({ title }) => title));
      expect(citations.every(({ paragraph }) => paragraph === 1)).toBe(true);
    },
  );

  test('gives a chapter without sections paragraph by paragraph', async () => {
    const { citations } = await assistant.answer({ question: '结语讲了什么？' });
    const conclusion = report.chapters.find(({ label }) => label === '结语');
    const paragraphs = conclusion?.sections.flatMap((section) => section.paragraphs) ?? [];
    expect(citations.map(({ paragraph }) => paragraph)).toEqual(paragraphs.map(({ number }) => number));
  });

  test('names every sub-point of a section', async () => {
    const { text, citations } = await assistant.answer({ question: SUB_POINTS });
    const section = report.chapters
      .flatMap(({ sections }) => sections)
      .find(({ title }) => title === '三、普遍安全，共建安危与共新屏障');
    const points = section?.paragraphs.filter(({ kind }) => kind === 'sub-point') ?? [];
    expect(citations.map(({ quote }) => quote)).toEqual(points.map(({ sentences }) => sentences[0]?.text));
    for (const { quote } of citations) expect(text).toContain(quote.replace(/^—+/, ''));
  });
});
