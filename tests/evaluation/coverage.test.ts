import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, longestSharedRun, rankOfAnswer } from '../../lib/evaluation/coverage.ts';
import type { EvaluationQuestion } from '../../lib/evaluation/question-file.ts';

const PLACE = { chapter: '第一章', section: '一、港口' };
const gold = (quote: string) => ({ ...PLACE, quote });
const passage = (text: string) => ({ ...PLACE, text });

describe('a passage', () => {
  test('covers a place whose quotation it contains, whatever the white space', () => {
    expect(covers(passage('港 口\n共有十个泊位。其中三个装有岸电。'), gold('港口共有 十个泊位。'))).toBe(
      true,
    );
  });

  test.each([
    [true, '零一二三四五', 'six of ten characters'],
    [false, '零一二三四', 'five of ten characters'],
    [false, '零一二三四。五六七八九', 'ten of ten, but in two runs'],
  ])('covers (%s) a quotation of which it holds %s: %s', (covered, text) => {
    expect(covers(passage(text), gold('零一二三四五六七八九'))).toBe(covered);
  });

  test.each([
    { ...passage('十个泊位'), chapter: '第二章' },
    { ...passage('十个泊位'), section: '二、航道' },
  ])('covers nothing of $chapter, $section when the place is another', (elsewhere) => {
    expect(covers(elsewhere, gold('十个泊位'))).toBe(false);
  });
});

describe('the rank of an answer', () => {
  const question = (type: EvaluationQuestion['type'], ...quotes: string[]): EvaluationQuestion => ({
    id: '1',
    question: '？',
    type,
    gold: quotes.map(gold),
    answers: [],
  });
  const passages = ['序', '甲甲甲', '间', '乙乙乙'].map(passage);

  test('is that of the first passage that covers one place', () => {
    expect(rankOfAnswer(question('fact', '乙乙乙', '甲甲甲'), passages)).toBe(2);
  });

  test('of a question of several parts is that of the passage that completes them', () => {
    expect(rankOfAnswer(question('multi', '甲甲甲', '乙乙乙'), passages)).toBe(4);
    expect(rankOfAnswer(question('multi', '甲甲甲', '丙丙丙'), passages)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is infinite when no passage covers any', () => {
    expect(rankOfAnswer(question('fact', '丙丙丙'), passages)).toBe(Number.POSITIVE_INFINITY);
    expect(rankOfAnswer(question('fact', '甲甲甲'), [])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the longest shared run', () => {
  test('is what trying every run of the one in the other finds', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const runs = Array.from({ length: a.length }, (_, start) =>
          Array.from({ length: a.length - start }, (__, more) => a.slice(start, start + more + 1)),
        ).flat();
        const longest = Math.max(0, ...runs.filter((run) => b.includes(run)).map((run) => run.length));
        expect(longestSharedRun(a, b)).toBe(longest);
      }),
    );
  });
});
