import { describe, expect, it } from 'vitest';
import { type Chapter, paragraphsOf, sectionsOf } from '../../lib/report/report.ts';
import { bodyLines } from '../body-lines.ts';
import { REPORT_FILE, realReport } from '../real-report.ts';

const report = realReport();
const paragraphs = paragraphsOf(report);
const paragraphWith = (text: string) => paragraphs.find((paragraph) => paragraph.text.includes(text));
const chapter = (label: string) => report.chapters.find((candidate) => candidate.label === label) as Chapter;

describe('the report', () => {
  it('takes its title and publisher from the cover, the full-width hyphen read as the dash', () => {
    expect(report.title).toBe('弘扬“中国—中亚精神”：区域合作的成就、机遇与展望');
    expect(report.publisher).toBe('新华社研究院');
  });

  it('has six chapters, whose headings may hold spaces', () => {
    expect(report.chapters.map(({ address, label }) => `${address} ${label}`)).toEqual([
      'u1 序言',
      'c1 第一章',
      'c2 第二章',
      'c3 第三章',
      'u2 结语',
      'u3 编写说明与致谢',
    ]);
  });

  it('reads no heading twice: the table of contents repeats them all', () => {
    const titled = report.chapters.map(({ sections }) => sections.filter(({ title }) => title !== ''));
    expect(titled.map(({ length }) => length)).toEqual([0, 7, 4, 4, 0, 0]);
    expect(paragraphs.filter(({ text }) => text.includes('\t'))).toEqual([]);
  });

  it('reads a heading that is printed with the full-width hyphen', () => {
    expect(chapter('第二章').title).toBe('中国—中亚合作的机遇与挑战');
    expect(chapter('第二章').heading).toEqual(['第二章 中国－中亚合作的机遇与挑战']);
  });

  it('finds a chapter’s title on a line of its own after a blank one', () => {
    expect(chapter('第三章').title).toBe('展望未来：共筑区域命运共同体');
    expect(chapter('第三章').heading).toEqual(['第三章', '展望未来：共筑区域命运共同体']);
  });

  it('numbers sections anew in every chapter', () => {
    const firsts = report.chapters.flatMap(({ sections }) =>
      sections.filter(({ title }) => title.startsWith('一、')),
    );
    expect(firsts.map(({ address }) => address)).toEqual(['c1-s1', 'c2-s1', 'c3-s1']);
  });

  it('keeps what stands before a chapter’s first section under the chapter’s own address', () => {
    expect(chapter('第三章').sections[0]).toMatchObject({ address: 'c3', title: '' });
    expect(chapter('第三章').sections[0]?.paragraphs).toHaveLength(8);
  });

  it('reads the third level only where it occurs, though one of its headings ends like a sentence', () => {
    const subHeadings = paragraphs.filter(({ kind }) => kind === 'sub-heading');
    expect(subHeadings.map(({ address, text }) => `${address} ${text}`)).toEqual([
      'c2-s4-p2 1. 全球经济复苏乏力背景下，单边主义、贸易保护主义带来进一步风险冲击。',
      'c2-s4-p7 2. 非传统安全风险仍不可忽视',
    ]);
    expect(subHeadings.flatMap(({ sentences }) => sentences.map(({ isTitle }) => isTitle))).toEqual([
      true,
      true,
    ]);
  });

  it('knows who is quoted at the opening of each chapter', () => {
    const epigraphs = paragraphs.filter(({ kind }) => kind === 'epigraph');
    expect(epigraphs.map(({ address, attribution }) => `${address} ${attribution}`)).toEqual([
      'c1-p1 ——中国国家主席习近平',
      'c2-p1 ——中国国家主席习近平',
      'c3-p1 ——中国国家主席习近平',
    ]);
    expect(paragraphs.filter(({ text }) => text.includes('——中国国家主席习近平'))).toEqual([]);
  });

  it('reads every line that opens with —— and is no attribution as a sub-point', () => {
    const printed = bodyLines(REPORT_FILE).filter((line) => /^——(?!中国国家主席习近平$)/.test(line));
    const subPoints = paragraphs.filter(({ kind }) => kind === 'sub-point');
    expect(subPoints).toHaveLength(printed.length);
    expect(subPoints).toHaveLength(37);
  });

  it('tells a sub-point’s run-in title from a first sentence that says something', () => {
    const announces = paragraphWith('——战略层面相向而行。');
    const says = paragraphWith('——坚持相互尊重、平等相待');
    expect(announces?.sentences[0]).toMatchObject({ text: '——战略层面相向而行。', isTitle: true });
    expect(announces?.sentences[1]?.isTitle).toBe(false);
    expect(says?.sentences.map(({ isTitle }) => isTitle)).not.toContain(true);
  });

  it('does not cut a sentence at a —— in its middle', () => {
    const dashed = paragraphs.filter(({ text }) => text.indexOf('——') > 0);
    expect(dashed.length).toBeGreaterThan(0);
    const opening = dashed.flatMap(({ sentences }) => sentences.slice(1).map(({ text }) => text.slice(0, 2)));
    expect(opening).not.toContain('——');
  });

  it('joins the 43 lines that a page’s end cut off from their beginning', () => {
    const lines = bodyLines(REPORT_FILE);
    const headings = report.chapters.flatMap(({ heading }) => heading);
    const titles = sectionsOf(report).filter(({ title }) => title !== '');
    const attributions = paragraphs.filter(({ attribution }) => attribution !== undefined);
    const others = lines.length - headings.length - titles.length - attributions.length;
    expect(others - paragraphs.length).toBe(43);
  });

  it.each([
    '足迹遍布五国',
    '54亿美元，增速达7.2%',
    '中国制造”深受',
    '哈萨克斯坦、里海沿岸',
    '农业遥感、农业大数据',
  ])('joins “%s” across a page’s end', (text) => {
    expect(paragraphWith(text)).toBeDefined();
  });

  it('leaves the source’s own errors as they are printed', () => {
    const body = paragraphs.map(({ text }) => text).join('\n');
    const count = (mark: string) => body.split(mark).length - 1;
    expect(count('“')).not.toBe(count('”'));
    expect(body).toMatch(/[()]/);
  });

  it('keeps all names of a thing, and figures that are easily confused, where they stand', () => {
    for (const name of [
      '跨里海国际运输走廊',
      '跨里海运输走廊',
      '上合组织',
      '上海合作组织',
      '吉瓦',
      '哈国',
      '哈方',
    ])
      expect(paragraphWith(name), name).toBeDefined();
    expect(paragraphWith('948')?.address).not.toBe(paragraphWith('700亿美元')?.address);
  });

  it('gives every paragraph and sentence an address of its own', () => {
    const addresses = paragraphs.flatMap(({ address, sentences }) => [
      address,
      ...sentences.map((s) => s.address),
    ]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(paragraphWith('——务实合作进入“快车道”')?.address).toBe('c1-s1-p3');
  });

  it('splits paragraphs into sentences that are the paragraph again', () => {
    for (const { sentences, text } of paragraphs)
      expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
  });
});
