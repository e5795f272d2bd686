import { describe, expect, test } from 'vitest';
import { answerJson } from '../../lib/answer/answer-json.ts';

const ANSWER = {
  edition: 'abc',
  text: '原文[1]',
  citations: [],
  mode: 'extractive',
  notice: '以上均为报告原文。',
} as const;

describe('an answer in JSON', () => {
  test('has the names that scripts rely on, and no others', () => {
    expect(answerJson({ ...ANSWER, refusal: null })).toEqual({
      answer: '原文[1]',
      mode: 'extractive',
      refused: false,
      refusal: null,
      citations: [],
      edition: 'abc',
      notice: '以上均为报告原文。',
    });
  });

  test('says that it is a refusal, and why', () => {
    const refusal = { reason: 'off-topic', nearest: [] } as const;
    expect(answerJson({ ...ANSWER, refusal })).toMatchObject({ refused: true, refusal });
  });
});
