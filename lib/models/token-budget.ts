import { ModelFailure } from './model-failure.ts';

/** Tokens, questions and answers together. */
export interface TokenLimits {
  readonly perMinute: number;
  readonly perDay: number;
}

/** Tokens set aside for a call under way. */
export interface Reservation {
  /** Replaces the worst case by what the call has cost. The second time does nothing. */
  settle(tokens: number): void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A stretch of the clock with what was spent in it: whole minutes, and whole days of UTC. */
class Window {
  readonly #length: number;
  readonly #limit: number;
  readonly #spent = { since: 0, tokens: 0 };

  constructor(length: number, limit: number) {
    this.#length = length;
    this.#limit = limit;
  }

  hasRoom(tokens: number, now: number): boolean {
    this.#turnOver(now);
    return this.#spent.tokens + tokens <= this.#limit;
  }

  /** @returns the window's beginning, to book a correction into the same one */
  book(tokens: number, now: number): number {
    this.#turnOver(now);
    this.#spent.tokens += tokens;
    return this.#spent.since;
  }

  correct(tokens: number, since: number): void {
    if (since === this.#spent.since) this.#spent.tokens += tokens;
  }

  #turnOver(now: number): void {
    const since = now - (now % this.#length);
    if (since === this.#spent.since) return;
    this.#spent.since = since;
    this.#spent.tokens = 0;
  }
}

/**
 * What may be spent. A call reserves its worst case before it is made and settles what it really cost, so that
 * calls at the same time cannot overdraw together. Counted for this process, from its start.
 */
export class TokenBudget {
  readonly #minute: Window;
  readonly #day: Window;
  readonly #now: () => number;

  constructor(limits: TokenLimits, now: () => number = Date.now) {
    this.#minute = new Window(MINUTE, limits.perMinute);
    this.#day = new Window(DAY, limits.perDay);
    this.#now = now;
  }

  /** @throws ModelFailure over-budget, when the worst case doesn't fit any more */
  reserve(worstCase: number): Reservation {
    const now = this.#now();
    if (!this.#day.hasRoom(worstCase, now)) throw new ModelFailure('over-budget', 'today’s tokens are spent');
    if (!this.#minute.hasRoom(worstCase, now))
      throw new ModelFailure('over-budget', 'this minute’s tokens are spent');
    const minute = this.#minute.book(worstCase, now);
    const day = this.#day.book(worstCase, now);
    let settled = false;
    return {
      settle: (tokens) => {
        if (settled) return;
        settled = true;
        this.#minute.correct(tokens - worstCase, minute);
        this.#day.correct(tokens - worstCase, day);
      },
    };
  }
}
