import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../lib/report/parse.ts';
import type { Report } from '../../lib/report/report.ts';
import { withoutWhitespace } from '../../lib/text/normalise.ts';
import { bodyLines } from '../body-lines.ts';
import { REPORT_FILE, realReport } from '../real-report.ts';
import { generatedReport } from './generated-report.ts';

/** Headings, paragraphs and attributions put together again, white space aside. */
function bodyOf(report: Report): string {
  const parts = report.chapters.flatMap(({ heading, sections }) => [
    ...heading,
    ...sections.flatMap(({ title, paragraphs }) => [
      title,
      ...paragraphs.flatMap(({ text, attribution = '' }) => [text, attribution]),
    ]),
  ]);
  return withoutWhitespace(parts.join(''));
}

describe('nothing is lost', () => {
  it('of the real report: its parts are its body, character for character', () => {
    expect(bodyOf(realReport())).toBe(withoutWhitespace(bodyLines(REPORT_FILE).join('')));
  });

  it('of a report of another make', () => {
    const bytes = readFileSync('tests/fixtures/reports/harbours.txt');
    const body = bytes.toString().slice(bytes.toString().indexOf('摘 要'));
    expect(bodyOf(parseReport(bytes, 'harbours.txt'))).toBe(withoutWhitespace(body));
  });

  it('of any report, whatever its chapters, sections, paragraphs and page breaks', () => {
    fc.assert(
      fc.property(generatedReport, ({ file, body }) => {
        const report = parseReport(Buffer.from(file), 'generated.txt');
        expect(bodyOf(report)).toBe(withoutWhitespace(body));
      }),
      { numRuns: 500 },
    );
  });

  it('of any report’s order: every chapter and section is found with its number', () => {
    fc.assert(
      fc.property(generatedReport, ({ file, chapters }) => {
        const report = parseReport(Buffer.from(file), 'generated.txt');
        const found = report.chapters.map(({ label, sections }) => [
          label,
          sections.filter((s) => s.title).length,
        ]);
        expect(found).toEqual(chapters.map(({ label, sections }) => [label, sections]));
      }),
      { numRuns: 500 },
    );
  });
});
