/** So many units within so many seconds, counted from the first. */
export interface Allowance {
  readonly units: number;
  readonly seconds: number;
}

export interface Taking {
  readonly granted: boolean;
  /** Units that are left after this taking. */
  readonly left: number;
  /** Milliseconds until the count starts anew. */
  readonly renewsIn: number;
}

/**
 * Counts what has been taken. However many take at once, together they get no more than the allowance; what is
 * refused is not counted.
 */
export interface BudgetStore {
  take(key: string, allowance: Allowance, units: number): Promise<Taking>;
  /** Takes back units that were granted and not needed. Units of a count that has ended are gone. */
  giveBack(key: string, units: number): Promise<void>;
}
