import { describe, expect, test } from 'vitest';
import { carries, DEMANDS, type Demand, demandOf } from '../../lib/answer/demand.ts';

const QUESTIONS: readonly (readonly [Demand, string])[] = [
  ['compare', '公路和铁路有什么区别？'],
  ['compare', 'Is the road longer than the railway?'],
  ['compare', 'Чем дорога отличается от железной дороги?'],
  ['list', '口岸有哪些？'],
  ['list', 'Which ports were built?'],
  ['list', 'Какие порты построены?'],
  ['year', '隧道什么时候贯通？'],
  ['year', 'When was the tunnel opened?'],
  ['year', 'Когда открыли тоннель?'],
  ['number', '海外仓有多少？'],
  ['number', 'How many warehouses are there?'],
  ['number', 'Сколько там складов?'],
  ['who', '谁承建了隧道？'],
  ['who', 'Who built the tunnel?'],
  ['who', 'Кто построил тоннель?'],
  ['where', '工坊设在哪里？'],
  ['where', 'Where does the road end?'],
  ['where', 'Где кончается дорога?'],
  ['why', '为什么要修隧道？'],
  ['why', 'Why was the tunnel dug?'],
  ['why', 'Почему прорыли тоннель?'],
  ['true-or-false', '隧道贯通了吗？'],
  ['true-or-false', 'Is the tunnel open?'],
  ['true-or-false', 'Открыт ли тоннель?'],
  ['how', '口岸如何通关？'],
  ['how', 'How does freight pass the border?'],
  ['how', 'Как грузы проходят границу?'],
  ['other', '介绍隧道'],
  ['other', 'The tunnel'],
];

describe('what a question wants', () => {
  test.each(QUESTIONS)('is “%s” in “%s”', (demand, question) => {
    expect(demandOf(question)).toBe(demand);
  });

  test.each([
    ['compare', '对比一下公路和铁路有哪些特点'],
    ['year', '哪年的贸易额是多少？'],
  ] as const)('is first of all “%s” in “%s”', (demand, question) => {
    expect(demandOf(question)).toBe(demand);
  });
});

describe('a sentence that holds what is asked for', () => {
  test.each([
    ['year', '隧道于2016年2月贯通。', '隧道贯通，车流不息。'],
    ['number', '累计建成10个海外仓。', '海外仓建成。'],
    ['who', '中国某某集团承建。', '建成通车。'],
    ['why', '由于山高路险，工期很长。', '工期很长。'],
  ] as const)('is told from one that does not, for “%s”', (demand, with_, without) => {
    expect(carries(with_, demand)).toBe(true);
    expect(carries(without, demand)).toBe(false);
  });

  test('cannot be told where anything may answer', () => {
    const undecided = DEMANDS.filter((demand) => carries('隧道于2016年贯通。', demand) === undefined);
    expect(undecided).toContain('other');
    expect(undecided).toContain('how');
  });
});
