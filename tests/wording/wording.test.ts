import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../lib/text/language.ts';
import { ERROR_CODES, type PlaceName, wordingIn } from '../../lib/wording/wording.ts';

/** Everything that a dictionary holds, by its path: `page.nav.ask`. */
function entriesOf(value: unknown, path = ''): [path: string, entry: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, path ? `${path}.${key}` : key));
}

const CHINESE = new Map(entriesOf(wordingIn('zh')));
const PLACE: PlaceName = { chapter: '第三章', section: '一、守望相助' };
const slots = (text: unknown) => (String(text).match(/\{\w+\}/g) ?? []).toSorted();

describe.each(LANGUAGES)('the wording in %s', (language) => {
  const wording = wordingIn(language);
  const entries = entriesOf(wording);

  test('has an entry for everything that the Chinese one says, and no other', () => {
    expect(entries.map(([path]) => path).toSorted()).toEqual([...CHINESE.keys()].toSorted());
  });

  test('leaves nothing empty', () => {
    expect(entries.filter(([, entry]) => typeof entry === 'string' && entry.trim() === '')).toEqual([]);
  });

  test('fills in the same values', () => {
    for (const [path, entry] of entries) {
      if (typeof entry === 'string') expect([path, slots(entry)]).toEqual([path, slots(CHINESE.get(path))]);
    }
  });

  test('knows its own language', () => {
    expect(wording.page.language).toBe(language);
  });

  test('has a sentence for every error', () => {
    expect(Object.keys(wording.errors).toSorted()).toEqual([...ERROR_CODES].toSorted());
  });

  test('names what a sentence is about', () => {
    const { answer } = wording;
    expect(answer.introduce(PLACE)).toMatch(/第三章.*一、守望相助/);
    expect(answer.introduce({ ...PLACE, section: '' })).not.toMatch(/undefined|“”/);
    expect(answer.introduce({ ...PLACE, report: '某报告' })).toContain('某报告');
    expect(answer.introduce(PLACE)).not.toContain('undefined');
    expect(answer.subPoints(PLACE, 4)).toMatch(/4/);
    expect(answer.contents('某报告', 3)).toMatch(/某报告.*3/);
    expect(answer.chapterSections({ label: '第二章', title: '机遇与挑战' }, 5)).toMatch(/第二章.*5/);
    expect(answer.offTopic('某报告')).toContain('某报告');
  });
});

describe.each(['en', 'ru'] as const)('the wording in %s', (language) => {
  test('is not Chinese, but for the app’s name', () => {
    const chinese = entriesOf(wordingIn(language)).filter(
      ([, entry]) => typeof entry === 'string' && /\p{Script=Han}/u.test(entry.replace('章问', '')),
    );
    expect(chinese).toEqual([]);
  });
});
