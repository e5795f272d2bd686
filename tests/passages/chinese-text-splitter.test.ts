import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChineseTextSplitter } from '../../lib/passages/chinese-text-splitter.ts';
import { paragraphsOf } from '../../lib/report/report.ts';
import { endsSentence } from '../../lib/text/sentences.ts';
import { textOf } from '../../lib/text/spans.ts';
import { words } from '../../lib/text/tokenise.ts';
import { realReport } from '../real-report.ts';

const reportText = paragraphsOf(realReport())
  .map(({ text }) => text)
  .join('\n');
/** Stretches of the report, so that what is cut is Chinese as it is written. */
const stretch = fc
  .tuple(fc.nat(reportText.length - 1), fc.integer({ min: 1, max: 1500 }))
  .map(([start, length]) => reportText.slice(start, start + length).toWellFormed());
const size = fc.integer({ min: 40, max: 400 });

const spans = (text: string, chunkSize: number) => new ChineseTextSplitter({ chunkSize }).splitSpans(text);
const chunks = (text: string, chunkSize: number) => spans(text, chunkSize).map((span) => textOf(text, span));

describe('the chunks of a text', () => {
  it('cover it without gap or overlap', () => {
    fc.assert(fc.property(stretch, size, (text, chunkSize) => chunks(text, chunkSize).join('') === text));
  });

  it('are at most as long as wanted', () => {
    fc.assert(
      fc.property(stretch, size, (text, chunkSize) =>
        chunks(text, chunkSize).every((chunk) => chunk.length <= chunkSize),
      ),
    );
  });

  it('are longer only where a single word is', () => {
    const word = 'a'.repeat(120);
    const cut = chunks(`中亚国家${word}开展合作。`, 50);
    expect(cut.join('')).toBe(`中亚国家${word}开展合作。`);
    expect(cut.filter((chunk) => chunk.length > 50)).toEqual([expect.stringContaining(word)]);
  });

  it('are the same every time', () => {
    fc.assert(
      fc.property(stretch, size, (text, chunkSize) => {
        expect(spans(text, chunkSize)).toEqual(spans(text, chunkSize));
      }),
      { numRuns: 30 },
    );
  });

  it('end where a sentence ends as long as sentences fit', () => {
    fc.assert(
      fc.property(stretch, (text) => {
        const longest = Math.max(...text.split(/(?<=[。！？])/).map(({ length }) => length));
        fc.pre(longest <= 300);
        const ends = chunks(text, 320).slice(0, -1);
        expect(ends.filter((chunk) => !endsSentence(chunk.trim()) && !chunk.endsWith('\n'))).toEqual([]);
      }),
    );
  });

  it('never end inside a word or between a number and its unit', () => {
    fc.assert(
      fc.property(stretch, fc.integer({ min: 40, max: 80 }), (text, chunkSize) => {
        const ends = new Set<number>([text.length]);
        let offset = 0;
        // A sentence at a time, as a reader meets them: jieba may see other words across a line break.
        for (const sentence of text.split(
          /(?<=[。！？][”’」』）)》"]*)(?![。！？”’」』）)》"])|(?<=\n)(?!\n)/,
        ))
          for (const word of words(sentence)) {
            offset += word.length;
            ends.add(offset);
          }
        for (const { end } of spans(text, chunkSize)) {
          expect(ends.has(end), `“${text.slice(end - 6, end)}|${text.slice(end, end + 6)}”`).toBe(true);
          if (end < text.length)
            expect(text.slice(end - 1, end + 1)).not.toMatch(/\d[\d.%％年月日个亿万吨元]/);
        }
      }),
    );
  });

  it.each([
    ['a number with a half-width comma', '2024年双方贸易额达到', '1,234,567', '万美元'],
    ['a ratio', '双方商定投资比例按照', '3：1', '分担全部建设费用'],
    ['a time', '会议定于当地时间上午', '10:30', '在阿斯塔纳举行开幕式'],
    ['a number with its unit', '中国与中亚国家的贸易额', '948亿美元', '创下历史新高'],
  ])('never end inside %s', (_, before, whole, after) => {
    const text = `${before}${whole}${after}${'并继续推进各领域合作'.repeat(3)}。`;
    for (let chunkSize = 12; chunkSize < 60; chunkSize++)
      expect(
        chunks(text, chunkSize).some((chunk) => chunk.includes(whole)),
        `${chunkSize}`,
      ).toBe(true);
  });

  it('end after a quotation rather than inside it', () => {
    const quotation = '“合作要有诚意。合作要有耐心。合作要有办法。”';
    const text = `${'双方一致同意加强沟通协调。'.repeat(3)}会上指出：${quotation}${'各国积极响应这一倡议。'.repeat(3)}`;
    expect(chunks(text, 70).some((chunk) => chunk.includes(quotation))).toBe(true);
  });

  it('end at a paragraph’s end rather than at a sentence’s', () => {
    const paragraph = '双方一致同意加强沟通。各国积极响应。';
    const cut = chunks(`${paragraph}\n${paragraph}`, 30);
    expect(cut.map((chunk) => chunk.trim())).toEqual([paragraph, paragraph]);
  });
});

describe('a text splitter of LangChain', () => {
  it('gives the chunks as documents that keep their metadata', async () => {
    const splitter = new ChineseTextSplitter({ chunkSize: 16 });
    const documents = await splitter.createDocuments(
      ['双方一致同意加强沟通协调。各国积极响应。'],
      [{ report: 'x' }],
    );
    expect(documents.map(({ pageContent }) => pageContent)).toEqual([
      '双方一致同意加强沟通协调。',
      '各国积极响应。',
    ]);
    expect(documents[0]?.metadata).toMatchObject({ report: 'x' });
  });

  it('has nothing to give for an empty text', async () => {
    expect(await new ChineseTextSplitter({ chunkSize: 20 }).splitText('')).toEqual([]);
  });
});
