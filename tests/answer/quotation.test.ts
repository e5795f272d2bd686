import { describe, expect, test } from 'vitest';
import { citationOf, quotationsOf } from '../../lib/answer/quotation.ts';
import { rankedPassage, texts } from './ranked.ts';

const TITLES = new Map([['report', '某报告']]);

const PASSAGE = rankedPassage([
  ['c1-s1-p9.1', '甲。', 0.1],
  ['c1-s1-p9.2', '乙。', 0.5],
  ['c1-s1-p9.4', '丁。', 0.2],
  ['c1-s1-p10.1', '戊。', 0.3],
]);
const quotations = () => quotationsOf(PASSAGE.sentences.toReversed());

describe('a quotation', () => {
  test('joins sentences that follow one another in a paragraph, and no others', () => {
    expect(quotations().map(({ sentences }) => texts(sentences))).toEqual([
      ['甲。', '乙。'],
      ['戊。'],
      ['丁。'],
    ]);
  });

  test('counts as much as its best sentence, and the best comes first', () => {
    expect(quotations().map(({ score }) => score)).toEqual([0.5, 0.3, 0.2]);
  });

  test('has its sentences in reading order, the tenth after the ninth', () => {
    const { sentences } = rankedPassage([
      ['c1-s1-p1.10', '癸。', 0.5],
      ['c1-s1-p1.9', '壬。', 0.1],
    ]);
    expect(quotationsOf(sentences).map((quotation) => texts(quotation.sentences))).toEqual([
      ['壬。', '癸。'],
    ]);
  });

  test('never joins sentences of two reports', () => {
    const other = rankedPassage([['c1-s1-p9.2', '外。', 0.4]], 'other');
    const [first] = PASSAGE.sentences;
    expect(quotationsOf([...(first ? [first] : []), ...other.sentences])).toHaveLength(2);
  });
});

describe('a citation', () => {
  test('names the place and what stands there', () => {
    const [best] = quotations();
    expect(best && citationOf(best, 4, TITLES)).toEqual({
      id: 4,
      report: '某报告',
      chapter: '第一章',
      chapterTitle: '成果',
      section: '一、经贸',
      paragraph: 9,
      quote: '甲。乙。',
      url: '/read/report/c1-s1-p9.1-2#c1-s1-p9',
    });
  });

  test('names the speaker of an epigraph without the dash before the name', () => {
    const [ranked] = rankedPassage([['c1-p1.1', '山水相连。', 0.5]]).sentences;
    const spoken = ranked && { ...ranked, sentence: { ...ranked.sentence, attribution: '——某主席' } };
    expect(citationOf({ sentences: spoken ? [spoken] : [], score: 1 }, 1, TITLES).speaker).toBe('某主席');
  });

  test('of nothing is an error', () => {
    expect(() => citationOf({ sentences: [], score: 0 }, 1, TITLES)).toThrow('without a sentence');
  });
});
