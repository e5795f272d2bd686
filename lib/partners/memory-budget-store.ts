import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Allowance, BudgetStore, Taking } from './budget-store.ts';

/** Counts in this process's memory: a restart forgets them, and every process counts for itself. */
export class MemoryBudgetStore implements BudgetStore {
  // The library counts and forgets in time; whether it is too much is decided here, so that another allowance for a
  // key, after the partners file has changed, goes on with the same count.
  readonly #counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });

  async take(key: string, { units: allowed, seconds }: Allowance, units: number): Promise<Taking> {
    const { consumedPoints, msBeforeNext } = await this.#counter.penalty(key, units, {
      customDuration: seconds,
    });
    const granted = consumedPoints <= allowed;
    if (!granted) await this.giveBack(key, units);
    const left = Math.max(0, allowed - consumedPoints + (granted ? 0 : units));
    return { granted, left, renewsIn: msBeforeNext };
  }

  async giveBack(key: string, units: number): Promise<void> {
    const count = await this.#counter.get(key);
    const returned = Math.min(units, count?.consumedPoints ?? 0);
    if (returned > 0) await this.#counter.reward(key, returned);
  }
}
