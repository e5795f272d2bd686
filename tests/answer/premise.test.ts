import { describe, expect, test } from 'vitest';
import { contradictedFigure } from '../../lib/answer/premise.ts';

const TRADE = '2024年，中国同中亚国家贸易总额达948亿美元，较上年增加54亿美元，增速达7.2%。';

describe('a figure that a question takes for granted', () => {
  test.each([
    ['2024年贸易总额是1948亿美元，对吗？', '1948亿美元'],
    ['為什麼貿易額達到了７００億美元？', '700亿美元'],
    ['贸易为什么增长了12%？', '12%'],
  ])('contradicts the report in “%s”', (question, figure) => {
    expect(contradictedFigure(question, [TRADE])).toBe(figure);
  });

  test.each([
    '2024年贸易总额是948亿美元吗？',
    '2024年贸易总额是多少？',
    '2023年呢？',
    '有3个原因吗？',
    'Did trade reach 948亿美元 in 2024?',
  ])('is not contradicted in “%s”', (question) => {
    expect(contradictedFigure(question, [TRADE])).toBeUndefined();
  });
});
