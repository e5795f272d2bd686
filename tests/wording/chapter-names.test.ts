import { describe, expect, test } from 'vitest';
import { chapterNumber, translatedChapter } from '../../lib/wording/chapter-names.ts';

describe('the number of a chapter', () => {
  test.each([
    ['第一章', 1],
    ['第十章', 10],
    ['第12章', 12],
    ['第二部分', 2],
    ['第三篇', 3],
  ])('is read from %s', (label, number) => {
    expect(chapterNumber(label)).toBe(number);
  });

  test.each(['序言', '结语', '第章', '见第一章', ''])('is none in “%s”', (label) => {
    expect(chapterNumber(label)).toBeUndefined();
  });
});

describe('a chapter’s name in another language', () => {
  const NAMES = { 序言: 'Preface' };

  test.each([
    ['第三章', 'Chapter 3 (第三章)'],
    ['序言', 'Preface (序言)'],
    ['后记', '后记'],
  ])('of %s is %s', (label, name) => {
    expect(translatedChapter(label, 'Chapter', NAMES)).toBe(name);
  });
});
