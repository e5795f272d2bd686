import { describe, expect, test } from 'vitest';
import { parseQuestionFile, QUESTION_TYPES, wantsRefusal } from '../../lib/evaluation/question-file.ts';

const QUESTION = {
  id: '1',
  question: '泊位有几个？',
  type: 'fact',
  gold: [{ chapter: '第一章', section: '一、港口', quote: '港口共有十个泊位。' }],
  answers: ['十个', ['泊位', '码头']],
};
const line = (given: object = {}) => JSON.stringify({ ...QUESTION, ...given });
const parse = (...lines: readonly string[]) =>
  parseQuestionFile(Buffer.from(lines.join('\n')), 'questions.jsonl');

describe('a question file', () => {
  test('has a question a line, blank lines between them or not', () => {
    const history = [{ role: 'user', content: '港口在哪里？' }];
    expect(parse(line(), '', line({ id: '2', history }), '')).toEqual([
      QUESTION,
      { ...QUESTION, id: '2', history },
    ]);
  });

  test('may be empty', () => {
    expect(parse('')).toEqual([]);
  });

  test.each([
    ['is no JSON', '{"id": "2"'],
    ['is no object', '"问题"'],
    ['has no question', line({ question: undefined })],
    ['has an empty question', line({ question: '' })],
    ['is of an unknown type', line({ type: 'riddle' })],
    ['has a place without a quotation', line({ gold: [{ chapter: '第一章', section: '', quote: '' }] })],
    ['has no wording among equivalents', line({ answers: [[]] })],
    ['has a speaker who takes no part', line({ history: [{ role: 'system', content: '' }] })],
  ])('is refused, with the line named, when one %s', (_, broken) => {
    expect(() => parse(line(), '', broken, line())).toThrow(/^questions\.jsonl:3: /);
  });

  test('says which field is wrong', () => {
    expect(() => parse(line({ type: 'riddle' }))).toThrow('type');
  });
});

describe('a refusal', () => {
  test('is wanted for questions that no report answers, and for no others', () => {
    expect(QUESTION_TYPES.filter(wantsRefusal)).toEqual(['unanswerable', 'offtopic']);
  });
});
