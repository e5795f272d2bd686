import { describe, expect, test } from 'vitest';
import { NameVariants } from '../../lib/retrieval/name-variants.ts';
import { readQuery } from '../../lib/retrieval/query.ts';
import { TermTable } from '../../lib/retrieval/term-table.ts';

const terms = new TermTable([
  { zh: ['铁路', '铁道'], en: ['railway'], ru: ['железная дорога'] },
  { zh: ['哈萨克斯坦'], en: ['Kazakhstan'], ru: ['Казахстан'] },
]);
const names = new NameVariants([['哈萨克斯坦', '哈国', '哈方']], '哈萨克斯坦的铁路。哈方表示欢迎。');
const read = (question: string) => readQuery(question, terms, names);

describe('a question as it is searched', () => {
  test('in Chinese, is embedded with the names that the report prints', () => {
    expect(read('哈国有铁路吗')).toMatchObject({ language: 'zh', chinese: '哈萨克斯坦有铁路吗' });
  });

  test('in Chinese, is searched under the other names too', () => {
    expect(read('哈萨克斯坦有铁路吗').keywords.split(' ')).toEqual(['哈萨克斯坦有铁路吗', '哈国', '哈方']);
  });

  test.each(['哈國有鐵路嗎', '哈国有铁路吗\u200b'])('is the same however it is typed: %s', (question) => {
    expect(read(question).chinese).toBe(read('哈国有铁路吗').chinese);
  });

  test.each([
    ['en', 'Where is the railway of Kazakhstan?', '铁路 哈萨克斯坦'],
    ['ru', 'Где железная дорога Казахстана?', '铁路 哈萨克斯坦'],
  ])('in %s, is embedded in Chinese and keeps its own words', (language, question, chinese) => {
    expect(read(question)).toMatchObject({ language, text: question, chinese });
    expect(read(question).keywords).toBe(`${chinese} 铁道`);
  });

  test('without a known term, is embedded as it stands', () => {
    expect(read('How do I bake bread?').chinese).toBe('how do i bake bread?');
  });
});
