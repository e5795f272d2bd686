import { describe, expect, test } from 'vitest';
import { questionParts } from '../../lib/retrieval/question-parts.ts';

describe('questions asked at once', () => {
  test.each([
    ['海外仓建了几个？口岸怎么通关？', ['海外仓建了几个？', '口岸怎么通关？']],
    ['海外仓建了几个；口岸怎么通关', ['海外仓建了几个；', '口岸怎么通关']],
    ['海外仓一共建了几个，另外口岸怎么通关？', ['海外仓一共建了几个', '另外口岸怎么通关？']],
    [
      'How many warehouses were built, and what passes the border?',
      ['How many warehouses were built', 'and what passes the border?'],
    ],
    [
      'Сколько складов построено, и как проходят границу?',
      ['Сколько складов построено', 'и как проходят границу?'],
    ],
  ])('are told apart in “%s”', (question, parts) => {
    expect(questionParts(question)).toEqual(parts);
  });

  test.each([
    '海外仓建了几个？',
    '海外仓建了几个？谢谢！',
    '海外仓、口岸和列车，哪个建得最早？',
    'How many warehouses, ports and trains were built?',
  ])('are one in “%s”', (question) => {
    expect(questionParts(question)).toEqual([]);
  });

  test('are no more than three, so that a long list costs no more than three searches', () => {
    expect(questionParts('海外仓建了几个？'.repeat(9))).toHaveLength(3);
  });
});
