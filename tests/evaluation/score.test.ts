import { describe, expect, test } from 'vitest';
import type { EvaluationQuestion } from '../../lib/evaluation/question-file.ts';
import {
  figures,
  figuresByType,
  type QuestionScore,
  type Response,
  scoreQuestion,
} from '../../lib/evaluation/score.ts';

const REPORT = [
  { chapter: '第一章', section: '一、港口', text: '港口共有十个泊位。其中 三个装有岸电。' },
  { chapter: '第一章', section: '二、航道', text: '航道水深15米。' },
];
const PORT = { chapter: '第一章', section: '一、港口' };

const QUESTION: EvaluationQuestion = {
  id: '1',
  question: '泊位有几个？',
  type: 'fact',
  gold: [{ ...PORT, quote: '港口共有十个泊位。' }],
  answers: ['十个'],
};
const RESPONSE: Response = {
  passages: [{ ...PORT, text: '港口共有十个泊位。' }],
  answer: '报告指出：港口共有十个泊位。[1]',
  refused: false,
  citations: [{ ...PORT, quote: '港口共有十个泊位。' }],
  milliseconds: 1,
};

const score = (response: Partial<Response>, question: Partial<EvaluationQuestion> = {}) =>
  scoreQuestion({ ...QUESTION, ...question }, { ...RESPONSE, ...response }, REPORT);

describe('an answer', () => {
  test('that is right in every way has every mark', () => {
    expect(score({})).toMatchObject({
      rank: 1,
      answered: true,
      cited: true,
      refusedRightly: true,
      verbatim: true,
    });
  });

  test.each([
    [true, '共有 十 个泊位', ['十个']],
    [true, '水深１５米', ['15米']],
    [true, '共有10个', [['十个', '10个']]],
    [true, '十个泊位，三个有岸电', ['十个', ['三个', '3个']]],
    [false, '十个泊位', ['十个', ['三个', '3个']]],
    [false, '若干泊位', ['十个']],
  ])('is right (%s) with “%s” where %j is expected', (right, answer, answers) => {
    expect(score({ answer }, { answers }).answered).toBe(right);
  });

  test('is not judged where nothing is expected', () => {
    expect(score({}, { answers: [] }).answered).toBeUndefined();
  });

  test('does not count when it quotes half the report', () => {
    const quote = '港口共有十个泊位。'.repeat(6);
    expect(score({ citations: [{ ...PORT, quote }] }).answered).toBe(false);
    expect(score({ citations: [] }).answered).toBe(true);
  });

  test('to a question that asks for more may quote more', () => {
    const citations = [{ ...PORT, quote: '港口共有十个泊位。'.repeat(5) }];
    expect(score({ citations }).answered).toBe(false);
    for (const type of ['list', 'compare', 'multi'] as const)
      expect(score({ citations }, { type }).answered).toBe(true);
  });
});

describe('a citation', () => {
  test('is right when one of several names the place', () => {
    const other = { chapter: '第一章', section: '二、航道', quote: '航道水深15米。' };
    expect(score({ citations: [other, ...RESPONSE.citations] }).cited).toBe(true);
    expect(score({ citations: [other] }).cited).toBe(false);
    expect(score({ citations: [] }).cited).toBe(false);
  });

  test('need not quote the expected words, but words that stand there', () => {
    expect(score({ citations: [{ ...PORT, quote: '其中三个装有岸电。' }] }).cited).toBe(true);
    expect(score({ citations: [{ ...PORT, quote: '其中五个装有岸电。' }] }).cited).toBe(false);
  });

  test('is verbatim only in the section that it names', () => {
    expect(score({ citations: [{ ...PORT, quote: '航道水深15米。' }] }).verbatim).toBe(false);
    expect(score({ citations: [...RESPONSE.citations, { ...PORT, quote: '造出来的。' }] }).verbatim).toBe(
      false,
    );
  });
});

describe('a refusal', () => {
  test.each([
    ['unanswerable', true],
    ['offtopic', true],
    ['fact', false],
    ['followup', false],
  ] as const)('of a question that is %s is right: %s', (type, right) => {
    expect(score({ refused: true }, { type }).refusedRightly).toBe(right);
    expect(score({ refused: false }, { type }).refusedRightly).toBe(!right);
  });

  test('is all that is judged of a question without a place', () => {
    const refusal = score({ refused: true }, { type: 'offtopic', gold: [], answers: [] });
    expect(refusal.rank).toBeUndefined();
    expect(refusal.cited).toBeUndefined();
  });
});

describe('the figures', () => {
  const scored = (rank: number | undefined, given: Partial<QuestionScore> = {}): QuestionScore => ({
    ...score({}),
    ...(rank === undefined ? { rank: undefined as never } : { rank }),
    ...given,
  });
  const ranks = [1, 2, 6, Number.POSITIVE_INFINITY].map((rank) => scored(rank));

  test('are shares of questions found first, among five, and the mean of the ranks’ reciprocals', () => {
    const found = figures(ranks);
    expect(found).toMatchObject({ questions: 4, recallAt1: 1 / 4, recallAt5: 2 / 4 });
    expect(found.meanReciprocalRank).toBeCloseTo((1 + 1 / 2 + 1 / 6 + 0) / 4, 12);
  });

  test('leave out questions of which a thing is not asked', () => {
    const { rank: _, cited: __, answered: ___, ...refusal } = score({ refused: true });
    const found = figures([...ranks, { ...refusal, refusedRightly: false }]);
    expect(found).toMatchObject({ questions: 5, recallAt5: 2 / 4, answer: 1, citation: 1, refusal: 4 / 5 });
  });

  test('of a kind that was never asked are absent, not zero', () => {
    expect(figures([]).recallAt1).toBeUndefined();
    expect(figures([]).answer).toBeUndefined();
  });

  test('come for all questions first, then by type', () => {
    const list = score({}, { type: 'list' });
    const elsewhere = score({ refused: true }, { type: 'offtopic', gold: [], answers: [] });
    const rows = figuresByType([elsewhere, list, score({})]);
    expect([...rows.keys()]).toEqual(['all', 'fact', 'list', 'offtopic']);
    expect([...rows.values()].map(({ questions }) => questions)).toEqual([3, 1, 1, 1]);
  });
});
