import { describe, expect, it } from 'vitest';
import { languageOf } from '../../lib/text/language.ts';

describe('the language of a question', () => {
  it.each([
    ['报告分几章？', 'zh'],
    ['Хоргос口岸有几个？', 'zh'],
    ['GW是什么单位', 'zh'],
    ['中欧班列', 'zh'],
    ['What is 鲁班工坊?', 'en'],
    ['How large was trade in 2024?', 'en'],
    ['Что такое 鲁班工坊?', 'ru'],
    ['Сколько глав в докладе?', 'ru'],
  ])('%s is asked in %s', (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  it('is the given one where there are no letters at all', () => {
    expect(languageOf('2030?', 'ru')).toBe('ru');
    expect(languageOf('')).toBe('zh');
  });
});
