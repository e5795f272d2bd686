import { describe, expect, test } from 'vitest';
import { countQuestionWords, heldKinds, wordOdds } from '../../lib/passage-index/question-words.ts';
import type { KnownQuestion, QuestionKind } from '../../lib/passages/passage.ts';
import type { Language } from '../../lib/text/language.ts';

const known = (kind: QuestionKind, text: string, language: Language = 'zh'): KnownQuestion => ({
  kind,
  text,
  language,
});

const QUESTIONS = [
  known('answered', '港口泊位有几个'),
  known('answered', '港口岸电怎么收费'),
  known('background', '猫粮怎么选'),
  known('background', '猫砂怎么选'),
  known('answered', 'How many berths does the port have', 'en'),
  known('background', 'How many cats are black', 'en'),
];

describe('a question’s words', () => {
  const counts = countQuestionWords(QUESTIONS);
  const odds = (question: string) => wordOdds(counts, question, 'background');

  test.each(['港口', '港口和泊位', 'the port’s berths'])('speak for an answer: %s', (question) => {
    expect(odds(question).sum).toBeGreaterThan(0);
  });

  test.each(['猫', '猫粮', 'black cats'])('speak for something else: %s', (question) => {
    expect(odds(question).sum).toBeLessThan(0);
  });

  test.each(['', '火星', 'Mars'])('say nothing where they are unknown: “%s”', (question) => {
    expect(odds(question).sum).toBeCloseTo(0, 12);
    expect(odds(question).mean).toBeCloseTo(0, 12);
  });

  test('count once, however often they are repeated', () => {
    expect(odds('港口 港口 港口')).toEqual(odds('港口'));
  });

  test('say together the sum of what each says, and on average its share', () => {
    const [port, berth, both] = ['港口', '泊位', '港口，泊位'].map(odds);
    expect(both?.sum).toBeCloseTo((port?.sum ?? 0) + (berth?.sum ?? 0), 12);
    expect(both?.mean).toBeCloseTo((both?.sum ?? 0) / 2, 12);
  });

  test('are not what every object inherits', () => {
    const restored = JSON.parse(JSON.stringify(counts)) as typeof counts;
    for (const each of [counts, restored])
      expect(wordOdds(each, 'constructor', 'background').sum).toBeCloseTo(0, 12);
    const taught = countQuestionWords([...QUESTIONS, known('answered', 'constructor', 'en')]);
    expect(wordOdds(taught, 'constructor', 'background').sum).toBeGreaterThan(0);
  });

  test('are counted apart in Chinese and in other languages', () => {
    const chinese = countQuestionWords(QUESTIONS.filter(({ language }) => language === 'zh'));
    expect(wordOdds(chinese, 'the port', 'background').sum).toBeCloseTo(0, 12);
    expect(wordOdds(chinese, '港口', 'background')).toEqual(odds('港口'));
  });
});

describe('the kinds of known questions', () => {
  const counts = countQuestionWords([
    known('answered', '港口在哪里'),
    known('unanswered', 'Whose is it', 'en'),
  ]);

  test.each([
    ['港口呢', { answered: true, unanswered: false, background: false }],
    ['And the port?', { answered: false, unanswered: true, background: false }],
  ])('are held or not in the language of “%s”', (question, held) => {
    expect(heldKinds(counts, question)).toEqual(held);
  });
});
