import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutPassages, PASSAGE_SIZE } from '../../lib/passages/cut-passages.ts';
import { parseReport } from '../../lib/report/parse.ts';
import { sectionsOf } from '../../lib/report/report.ts';
import { endsSentence } from '../../lib/text/sentences.ts';
import { REPORT_FILE, realReport } from '../real-report.ts';

const report = realReport();
const passages = cutPassages(report);
const sectionText = new Map(
  report.chapters.flatMap(({ label, sections }) =>
    sections.map(({ title, paragraphs }) => [
      `${label} ${title}`,
      paragraphs.map(({ text }) => text).join('\n'),
    ]),
  ),
);

describe('the passages of a report', () => {
  it('are its sections’ text again, in reading order', () => {
    const joined = Map.groupBy(passages, ({ chapter, section }) => `${chapter} ${section}`);
    expect([...joined.keys()]).toEqual([...sectionText.keys()].filter((key) => sectionText.get(key) !== ''));
    for (const [section, parts] of joined) {
      const text = parts.map((passage) => passage.text).join('');
      expect(text.replaceAll('\n', '')).toBe(sectionText.get(section)?.replaceAll('\n', ''));
    }
  });

  it('stay within a section and within their size', () => {
    for (const { chapter, section, text } of passages) {
      expect(sectionText.get(`${chapter} ${section}`)).toContain(text);
      expect(text.length).toBeLessThanOrEqual(PASSAGE_SIZE);
    }
  });

  it('end where a sentence or a paragraph ends', () => {
    for (const { chapter, section, text } of passages) {
      const after = sectionText.get(`${chapter} ${section}`)?.split(text)[1] ?? '';
      expect(endsSentence(text) || after === '' || after.startsWith('\n'), text.slice(-20)).toBe(true);
    }
  });

  it('know their sentences, which are the report’s own', () => {
    const sentences = new Map(
      sectionsOf(report).flatMap(({ paragraphs }) =>
        paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ address, text }) => [address, text])),
      ),
    );
    expect(new Set(passages.flatMap((passage) => passage.sentences.map(({ address }) => address)))).toEqual(
      new Set(sentences.keys()),
    );
    for (const { text, sentences: parts } of passages)
      for (const part of parts) {
        expect(sentences.get(part.address)).toContain(part.text);
        expect(text).toContain(part.text);
      }
  });

  it('carry who is quoted', () => {
    const quoted = passages.flatMap(({ sentences }) =>
      sentences.flatMap(({ attribution = [] }) => attribution),
    );
    expect(new Set(quoted)).toEqual(new Set(['——中国国家主席习近平']));
  });

  it('have ids of their own that name their report and first sentence', () => {
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    for (const { id, sentences } of passages) expect(id).toBe(`report:${sentences[0]?.address}`);
  });

  it('are the same every time', () => {
    expect(cutPassages(realReport())).toEqual(passages);
  });

  it('keep their ids in other sections when one section is edited', () => {
    const edited = Buffer.from(
      readFileSync(REPORT_FILE, 'utf8').replace('战略层面相向而行。', '战略层面相向而行。双方高度互信。'),
    );
    const changed = cutPassages(parseReport(edited, REPORT_FILE));
    const elsewhere = (list: typeof passages) =>
      list.filter(({ section }) => section !== '一、经贸关系持续加强');
    expect(elsewhere(changed)).toEqual(elsewhere(passages));
  });
});

describe('a sentence longer than a passage', () => {
  const long = `序言\n\n${'中国与中亚国家继续推进各领域务实合作，'.repeat(40)}成果丰硕。\n`;
  const cut = cutPassages(parseReport(Buffer.from(long), 'long.txt'));

  it('stands in several, each with an id of its own', () => {
    expect(cut.length).toBeGreaterThan(2);
    expect(new Set(cut.map(({ id }) => id)).size).toBe(cut.length);
    expect(cut[1]?.id).toMatch(/^long:u1-p1\.1\+\d+$/);
  });

  it('is cut at phrases', () => {
    for (const { text } of cut) expect(text).toMatch(/[，。]$/);
  });
});
