import { describe, expect, test } from 'vitest';
import { agrees, quantitiesIn } from '../../../lib/answer/guard/quantity.ts';

describe('The same number in another form:', () => {
  test.each([
    ['三成', '30%'],
    ['百分之三十', '30％'],
    ['３０％', '30%'],
    ['百分之四十八点一', '48.1%'],
    ['三分之一', 'a third'],
    ['一半', '50%'],
    ['948亿美元', '$94.8 billion'],
    ['948亿美元', '94.8 billion US dollars'],
    ['948亿美元', '94,8 млрд долларов'],
    ['130万亿元', '130 trillion yuan'],
    ['1350万', '13.5 million'],
    ['1350万', '13,5 млн'],
    ['1.9万列', '19,000'],
    ['二〇二四年', '2024年'],
    ['2024年', 'в 2024 году'],
    ['3月', 'in March 2025'],
    ['3月', 'в марте'],
    ['5月', 'мая'],
    ['5月19日', '19 May'],
    ['第二届', 'the second'],
    ['第二届', 'второй'],
    ['25个项目', 'twenty-five projects'],
    ['25个项目', 'двадцать пять проектов'],
    ['55GW', '55吉瓦'],
    ['1GW', '1000兆瓦'],
    ['6.7万平方公里', '67,000 square kilometres'],
    ['三万五千亩', '3.5万亩'],
    ['40多倍', '逾40倍'],
    ['近300家', 'nearly 300 firms'],
    ['超过170亿美元', 'более 17 млрд долларов'],
  ])('%s and %s', (one, other) => {
    const [said, printed] = [quantitiesIn(one), quantitiesIn(other)];
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((quantity) => printed.some((own) => agrees(quantity, own)))).toBe(true);
  });
});

describe('Another number:', () => {
  test.each([
    ['948亿美元', '948万美元'],
    ['948亿美元', '948亿欧元'],
    ['30%', '30倍'],
    ['30%', '30个百分点'],
    ['2024年', '2024个'],
    ['55GW', '55MW'],
    ['超过300家', '近300家'],
    ['超过300家', '300家'],
    ['6.7万平方公里', '6.7万公里'],
    ['13.5 million', '1.35 million'],
    ['第二届', '2个'],
    ['3个月', '3月'],
  ])('%s is not %s', (one, other) => {
    const [[said], [printed]] = [quantitiesIn(one), quantitiesIn(other)];
    expect(said && printed).toBeDefined();
    expect(said && printed && agrees(said, printed)).toBe(false);
  });
});

test.each(['一带一路', '进一步', '十分重要', '统一', '一个', '万物', 'the first', 'C5', 'G20'])(
  '%s holds no number that a reader would check',
  (text) => expect(quantitiesIn(text)).toEqual([]),
);
