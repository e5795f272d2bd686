import { describe, expect, test } from 'vitest';
import { enumerationAround } from '../../lib/answer/enumeration.ts';
import { rankedPassage, rankedSentence, texts } from './ranked.ts';

const INTRODUCTION = rankedPassage([
  ['c1-s1-p1.1', '要做好三件事。', 0.1],
  ['c1-s1-p2.1', '——修路。', 0.2],
]);
const BRIDGE = rankedPassage([['c1-s1-p3.1', '——架桥。', 0.5]]);
const END = rankedPassage([
  ['c1-s1-p4.1', '——通电。', 0.1],
  ['c1-s1-p5.1', '此外，还要守信。', 0.05],
  ['c1-s1-p6.1', '——另说。', 0.05],
]);
const PASSAGES = [BRIDGE, INTRODUCTION, END];
const aroundBridge = () => enumerationAround(rankedSentence(BRIDGE), PASSAGES);

describe('an enumeration', () => {
  test('is the row of sub-points around a sentence, in reading order, across passages', () => {
    expect(texts(aroundBridge())).toEqual(['——修路。', '——架桥。', '——通电。']);
  });

  test('answers as a whole: each of its points counts as much as the best', () => {
    expect(aroundBridge().map(({ score }) => score)).toEqual([0.5, 0.5, 0.5]);
  });

  test('is none around a sentence that is no sub-point', () => {
    expect(enumerationAround(rankedSentence(INTRODUCTION), PASSAGES)).toEqual([]);
  });

  test('is none around a run-in title, which announces a paragraph', () => {
    const titled = rankedPassage([
      ['c1-s1-p2.1', '——修路。', 0.5, true],
      ['c1-s1-p2.2', '路修到山里。', 0.1],
    ]);
    expect(enumerationAround(rankedSentence(titled), [titled])).toEqual([]);
  });

  test('takes no sub-point from another report', () => {
    const other = rankedPassage([['c1-s1-p4.1', '——抓鱼。', 0.4]], 'other');
    const here = rankedPassage([['c1-s1-p3.1', '——架桥。', 0.5]]);
    expect(texts(enumerationAround(rankedSentence(here), [other, here]))).toEqual(['——架桥。']);
  });
});
