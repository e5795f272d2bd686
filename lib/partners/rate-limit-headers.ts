import type { BudgetState } from './budgets.ts';

/**
 * How a budget stands, for programs: the fields of the IETF's RateLimit draft, and the three older ones that most
 * clients read.
 */
export function rateLimitHeaders({ name, allowance, left, renewsIn }: BudgetState): Record<string, string> {
  const seconds = secondsUntil(renewsIn);
  return {
    'RateLimit-Policy': `"${name}";q=${allowance.units};w=${allowance.seconds}`,
    RateLimit: `"${name}";r=${left};t=${seconds}`,
    'RateLimit-Limit': String(allowance.units),
    'RateLimit-Remaining': String(left),
    'RateLimit-Reset': String(seconds),
  };
}

/** Whole seconds, at least one: who comes back then is not too early. */
export function secondsUntil(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
