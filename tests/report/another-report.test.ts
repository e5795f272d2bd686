import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../lib/report/parse.ts';
import { paragraphsOf, type Report, sectionsOf } from '../../lib/report/report.ts';

const FILE = 'tests/fixtures/reports/harbours.txt';
const report = parseReport(readFileSync(FILE), FILE);
const texts = paragraphsOf(report).map(({ text }) => text);

describe('a report of another make', () => {
  it('needs no table of contents: its body begins at the first heading', () => {
    expect(report).toMatchObject({
      id: 'harbours',
      title: '近海港口的绿色转型：现状与出路',
      publisher: '海湾研究所',
    });
    expect(texts[0]).toMatch(/^港口是沿海城市的门户/);
  });

  it('may be made of parts instead of chapters', () => {
    expect(report.chapters.map(({ address, label, title }) => [address, label, title])).toEqual([
      ['u1', '摘要', ''],
      ['c1', '第一部分', '现状'],
      ['c2', '第二部分', '三条路径'],
      ['u2', '结语', ''],
      ['u3', '参考文献', ''],
    ]);
  });

  it('may have chapters without sections beside those that have some', () => {
    expect(sectionsOf(report).map(({ address, title }) => `${address} ${title}`.trim())).toEqual([
      'u1',
      'c1',
      'c2-s1 一、岸电先行',
      'c2-s2 二、氢能拖车',
      'c2-s3 三、共享泊位',
      'u2',
      'u3',
    ]);
  });

  it('has its Latin words joined with a space, its Chinese ones without, where a page ended', () => {
    expect(texts).toContainEqual(expect.stringContaining('按照 International Maritime Organization 的规定'));
    expect(texts).toContainEqual(expect.stringContaining('港口年报与 Port State Control 的公开记录'));
    expect(texts).toContainEqual(expect.stringContaining('最低者不足5%。'));
    expect(texts).toContainEqual(expect.stringContaining('“岸电不是要不要装的问题，而是装了之后'));
  });

  it('has a third level in brackets', () => {
    const headings = paragraphsOf(report).filter(({ kind }) => kind === 'sub-heading');
    expect(headings.map(({ text }) => text)).toEqual(['（一）价格', '（二）接口']);
  });
});

describe('what looks like a heading and is none', () => {
  const parse = (body: string): Report => parseReport(Buffer.from(`某报告\n\n${body}\n`), 'x.txt');

  it('is a paragraph that follows a chapter without a title', () => {
    const [chapter] = parse('第一章\n\n这一章没有标题，这一行就是正文。').chapters;
    expect(chapter?.title).toBe('');
    expect(chapter?.sections[0]?.paragraphs[0]?.text).toBe('这一章没有标题，这一行就是正文。');
  });

  it('is a sentence that names a chapter', () => {
    expect(parse('序言\n\n第一章讨论贸易，第二章讨论能源。').chapters).toHaveLength(1);
  });

  it('is a decimal number at the beginning of a line', () => {
    const [paragraph] = paragraphsOf(parse('序言\n\n贸易额增长了\n\n2.5倍，成果丰硕。'));
    expect(paragraph?.text).toBe('贸易额增长了2.5倍，成果丰硕。');
  });
});
