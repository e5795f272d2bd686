import { describe, expect, test } from 'vitest';
import { areaUnderCurve, fitLogistic, linearScore } from '../../../scripts/fit/logistic.ts';
import { evenlySpread } from './evenly-spread.ts';

const chance = (score: number) => 1 / (1 + Math.exp(-score));

describe('a logistic regression', () => {
  // A question's chance follows from known weights; each row is taken as often as its chance says.
  const known = { bias: 0, weights: [2, -1, 0] };
  const rows = evenlySpread(100, 3);
  const times = (share: number) => Math.round(10 * share);
  const positive = rows.flatMap((row) => Array(times(chance(linearScore(known, row)))).fill(row));
  const negative = rows.flatMap((row) => Array(times(1 - chance(linearScore(known, row)))).fill(row));

  test('recovers the weights that made the data', () => {
    const { bias, weights } = fitLogistic(positive, negative, 0);
    expect(bias).toBeCloseTo(known.bias, 0);
    known.weights.forEach((weight, at) => {
      expect(Math.abs((weights[at] ?? 9) - weight)).toBeLessThan(0.2);
    });
  });

  test('gives the same scores whatever the scale and the origin of a feature', () => {
    const moved = (row: readonly number[]) => row.map((value) => 100 * value + 7);
    const plain = fitLogistic(positive, negative, 0.01);
    const scaled = fitLogistic(positive.map(moved), negative.map(moved), 0.01);
    for (const row of rows.slice(0, 20))
      expect(linearScore(scaled, moved(row))).toBeCloseTo(linearScore(plain, row), 6);
  });

  test('gives both classes the same say, however many of each there are', () => {
    const { bias } = fitLogistic([[1]], Array(50).fill([-1]), 0.1);
    expect(bias).toBeCloseTo(0, 6);
  });

  test('gives a feature that is always the same no weight', () => {
    const { weights } = fitLogistic([[1, 5]], [[-1, 5]], 0.1);
    expect(weights[1]).toBe(0);
  });

  test('gives smaller weights under a larger penalty', () => {
    const [small = 0] = fitLogistic(positive, negative, 1).weights;
    const [large = 0] = fitLogistic(positive, negative, 0.01).weights;
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(large);
  });
});

describe('the area under the curve', () => {
  test.each([
    [1, [3, 4], [1, 2]],
    [0, [1, 2], [3, 4]],
    [0.5, [1, 1], [1, 1]],
    [0.75, [1, 3], [0, 2]],
  ])('is %d for %j against %j', (area, high, low) => {
    expect(areaUnderCurve(high, low)).toBe(area);
  });
});
