import { describe, expect, test } from 'vitest';
import { completedQuestion, type Turn } from '../../lib/retrieval/follow-up.ts';

const HISTORY: Turn[] = [
  { role: 'user', content: '西安国际港引进了什么装置？' },
  { role: 'assistant', content: 'RFID射频识别装置。' },
];

describe('a question after another', () => {
  test.each([
    ['它有什么用处，能不能缩短列车编组所需要的时间？', 'it points back'],
    ['那从乌鲁木齐出发的列车每个月一共发送多少列呢？', 'it goes on from what was said'],
    ['每月几列？', 'it is short'],
    ['Does it help to load the trains any faster than they did before?', 'it points back in English'],
    ['Помогает ли это быстрее грузить поезда, чем их грузили раньше?', 'it points back in Russian'],
  ])('“%s” is completed with the one before: %s', (question) => {
    expect(completedQuestion(question, HISTORY)).toBe(`${HISTORY[0]?.content} ${question}`);
  });

  test.each([
    '请介绍一下中国企业在塔吉克斯坦首都建成的热电厂及其供暖情况',
    'Which airlines fly from Kazakhstan to the western provinces of China?',
    'Какие авиакомпании летают из Казахстана в западные провинции Китая?',
  ])('“%s” stands by itself', (question) => {
    expect(completedQuestion(question, HISTORY)).toBeUndefined();
  });

  test('goes on from the reader’s last question, not from the answer or from an earlier one', () => {
    const history: Turn[] = [{ role: 'user', content: '你好' }, ...HISTORY];
    expect(completedQuestion('每月几列？', history)).toBe('西安国际港引进了什么装置？ 每月几列？');
  });

  test('cannot be completed where nothing was asked before', () => {
    expect(completedQuestion('它呢？', [])).toBeUndefined();
    expect(completedQuestion('它呢？', [{ role: 'assistant', content: '您好！' }])).toBeUndefined();
  });
});
