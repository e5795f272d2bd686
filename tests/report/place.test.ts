import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPlace,
  parsePlace,
  readingUrl,
  sectionUrl,
  splitSentenceAddress,
} from '../../lib/report/place.ts';
import { paragraphsOf } from '../../lib/report/report.ts';
import { realReport } from '../real-report.ts';

describe('a place', () => {
  it.each(['c1-s1-p3', 'u2-p1', 'c1-s1-p3.2', 'c1-s1-p3.2-4'])('%s is read and written alike', (text) => {
    const place = parsePlace(text);
    expect(place && formatPlace(place)).toBe(text);
  });

  it('is known for every paragraph and sentence of the report', () => {
    for (const { address, sentences } of paragraphsOf(realReport())) {
      expect(parsePlace(address)).toEqual({ paragraph: address });
      for (const sentence of sentences) {
        const { paragraph, sentence: number } = splitSentenceAddress(sentence.address);
        expect(parsePlace(sentence.address)).toEqual({
          paragraph,
          sentences: { first: number, last: number },
        });
      }
    }
  });

  it.each([
    '',
    'c1',
    'x1-p1',
    'c1-s1-p3.0',
    'c1-s1-p3.4-2',
    'c1-s1-p3.',
    '../c1-p1',
    'c1-p1\n',
    'c1-p99999999',
  ])('is not “%s”', (text) => {
    expect(parsePlace(text)).toBeUndefined();
  });

  it('is found in no text by accident', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const place = parsePlace(text);
        expect(place === undefined || /^[cu]\d/.test(text)).toBe(true);
      }),
    );
  });
});

describe('a link', () => {
  it('opens the report at its paragraph', () => {
    expect(readingUrl('report', { paragraph: 'c1-s1-p3', sentences: { first: 2, last: 2 } })).toBe(
      '/read/report/c1-s1-p3.2#c1-s1-p3',
    );
  });

  it('is well-formed for any file’s name', () => {
    expect(sectionUrl('年度 报告/2025', 'c1')).toBe(`/read/${encodeURIComponent('年度 报告/2025')}#c1`);
  });
});
