/** A linear score: above 0 speaks for the positive class. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 4_000;
const STEP_SIZE = 0.5;

/**
 * Logistic regression by gradient descent on standardised features, both classes weighing alike; the result is
 * for features as they come.
 * @param penalty of squared weights (L2)
 */
export function fitLogistic(
  positive: readonly (readonly number[])[],
  negative: readonly (readonly number[])[],
  penalty: number,
): LinearModel {
  const rows = [...positive, ...negative];
  const columns = rows[0]?.length ?? 0;
  const means = Array.from({ length: columns }, (_, at) => mean(rows.map((row) => row[at] ?? 0)));
  const deviations = means.map(
    (centre, at) => Math.sqrt(mean(rows.map((row) => ((row[at] ?? 0) - centre) ** 2))) || 1,
  );
  const standard = rows.map((row) =>
    row.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  );
  const weights = new Float64Array(columns);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(columns);
    let biasSlope = 0;
    standard.forEach((row, index) => {
      const isPositive = index < positive.length;
      const share = 0.5 / (isPositive ? positive.length : negative.length);
      const score = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
      const error = share * (1 / (1 + Math.exp(-score)) - Number(isPositive));
      biasSlope += error;
      row.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value;
      });
    });
    bias -= STEP_SIZE * biasSlope;
    slope.forEach((value, at) => {
      weights[at] = (weights[at] ?? 0) - STEP_SIZE * (value + penalty * (weights[at] ?? 0));
    });
  }
  const unscaled = Array.from(weights, (weight, at) => weight / (deviations[at] ?? 1));
  return {
    bias: bias - unscaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
    weights: unscaled,
  };
}

/** The chance that a positive example scores higher than a negative one. */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number {
  const wins = positive.flatMap((high) => negative.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)));
  return mean(wins);
}

export function linearScore({ bias, weights }: LinearModel, row: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
