/** Candidates' features, and which of them are right. */
export interface RankedExample {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly number[];
}

const STEPS = 500;
const STEP_SIZE = 0.1;
// Adam's usual decay rates (Kingma & Ba 2015), the second a little quicker: the whole set is seen at each step.
const MOMENTUM = 0.9;
const SCALE_MOMENTUM = 0.99;

/**
 * Weights under which the softmax over an example's candidates gives the right ones the most probability
 * (ListNet's top-one likelihood, Cao et al. 2007).
 * @param used columns that may carry weight; the others stay 0
 * @param penalty of squared weights (L2)
 */
export function fitListwise(
  examples: readonly RankedExample[],
  used: readonly boolean[],
  penalty: number,
): number[] {
  const weights = used.map(() => 0);
  const momentum = used.map(() => 0);
  const scale = used.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeAt(examples, weights);
    used.forEach((isUsed, at) => {
      if (!isUsed) return;
      const gradient = (slope[at] ?? 0) + penalty * (weights[at] ?? 0);
      momentum[at] = MOMENTUM * (momentum[at] ?? 0) + (1 - MOMENTUM) * gradient;
      scale[at] = SCALE_MOMENTUM * (scale[at] ?? 0) + (1 - SCALE_MOMENTUM) * gradient ** 2;
      weights[at] =
        (weights[at] ?? 0) - (STEP_SIZE * (momentum[at] ?? 0)) / (Math.sqrt(scale[at] ?? 0) + 1e-8);
    });
  }
  return weights;
}

function slopeAt(examples: readonly RankedExample[], weights: readonly number[]): number[] {
  const slope = weights.map(() => 0);
  for (const { candidates, right } of examples) {
    const scores = candidates.map((row) =>
      row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    );
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const total = sum(powers);
    const rightTotal = sum(right.map((at) => powers[at] ?? 0)) || 1;
    candidates.forEach((row, index) => {
      const power = powers[index] ?? 0;
      const pull = power / total - (right.includes(index) ? power / rightTotal : 0);
      row.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + (pull * value) / examples.length;
      });
    });
  }
  return slope;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
