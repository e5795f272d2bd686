import { describe, expect, test } from 'vitest';
import { NameVariants } from '../../lib/retrieval/name-variants.ts';

const REPORT = '乌兹别克斯坦加入了上海合作组织，装机容量为2吉瓦。哈萨克斯坦是成员，哈方表示欢迎。';

describe('names of one thing', () => {
  const names = new NameVariants(
    [
      ['乌兹别克斯坦', '乌兹别克', '乌国'],
      ['上合组织', '上海合作组织'],
      ['GW', '吉瓦'],
      ['哈萨克斯坦', '哈方'],
    ],
    REPORT,
  );

  test.each([
    ['乌国什么时候加入的？', '乌兹别克斯坦什么时候加入的？'],
    ['上合组织有哪些成员？', '上海合作组织有哪些成员？'],
    ['装机多少gw？', '装机多少吉瓦？'],
  ])('become the one that the report prints: %s', (question, printed) => {
    expect(names.asPrinted(question)).toBe(printed);
  });

  test('stay as they are when the report prints them', () => {
    expect(names.asPrinted('哈方怎么说？')).toBe('哈方怎么说？');
  });

  test('are not lengthened where the longer one already stands', () => {
    expect(names.asPrinted('乌兹别克斯坦什么时候加入的？')).toBe('乌兹别克斯坦什么时候加入的？');
  });

  test('are all known for what a question names, and none for what it does not', () => {
    expect(names.variantsIn('哈方怎么说？')).toEqual(['哈萨克斯坦']);
    expect(names.variantsIn('口岸怎么通关？')).toEqual([]);
  });
});
