import { describe, expect, test } from 'vitest';
import { fitListwise, type RankedExample } from '../../../scripts/fit/listwise.ts';
import { evenlySpread } from './evenly-spread.ts';

const KNOWN = [1.5, -1, 0];
const CANDIDATES = 4;
const LISTS = 40;
const score = (row: readonly number[], weights: readonly number[]) =>
  row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** Lists of candidates, each taken with each candidate right as often as the known weights' softmax says. */
function examplesMadeWith(weights: readonly number[]): RankedExample[] {
  const rows = evenlySpread(LISTS * CANDIDATES, weights.length);
  const lists = Array.from({ length: LISTS }, (_, at) => rows.slice(at * CANDIDATES, (at + 1) * CANDIDATES));
  return lists.flatMap((candidates) => {
    const powers = candidates.map((row) => Math.exp(score(row, weights)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.flatMap((power, right) =>
      Array.from({ length: Math.round((40 * power) / total) }, () => ({ candidates, right: [right] })),
    );
  });
}

describe('weights fitted to ranked lists', () => {
  const examples = examplesMadeWith(KNOWN);

  test('are those that made the lists', () => {
    const fitted = fitListwise(examples, [true, true, true], 0);
    KNOWN.forEach((weight, at) => {
      expect(Math.abs((fitted[at] ?? 9) - weight)).toBeLessThan(0.2);
    });
  });

  test('are zero for columns that are left out', () => {
    const [first, second, third] = fitListwise(examples, [true, false, true], 0);
    expect(second).toBe(0);
    expect(first).toBeGreaterThan(1);
    expect(Math.abs(third ?? 9)).toBeLessThan(0.3);
  });

  test('are smaller under a larger penalty', () => {
    const [small = 0] = fitListwise(examples, [true, true, true], 1);
    const [large = 0] = fitListwise(examples, [true, true, true], 0);
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(large);
  });

  test('are content with either of two right candidates', () => {
    const either: RankedExample = {
      candidates: [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      right: [0, 1],
    };
    const [first = 0, second = 0] = fitListwise([either], [true, true], 0.1);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeCloseTo(first, 6);
  });

  test('are finite for scores beyond what an exponential can hold', () => {
    const fitted = fitListwise([{ candidates: [[1000], [-1000]], right: [0] }], [true], 0.01);
    expect(fitted.every(Number.isFinite)).toBe(true);
  });

  test('learn nothing from lists in which all candidates are alike', () => {
    expect(fitListwise([{ candidates: [[1], [1]], right: [0] }], [true], 0.1)).toEqual([0]);
  });
});
