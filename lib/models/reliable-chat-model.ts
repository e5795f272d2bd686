import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type RetryPolicy,
  retry,
} from 'cockatiel';
import type { ChatModel, ChatPart, ChatRequest } from './chat-model.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { ModelFailure, modelFailure } from './model-failure.ts';
import type { TokenBudget } from './token-budget.ts';

/** Milliseconds. */
export interface TimeLimits {
  /** Until the first part, retries included. */
  readonly first: number;
  /** Between two parts. */
  readonly pause: number;
  /** For the whole answer. */
  readonly whole: number;
}

export interface Reliability {
  readonly limits: TimeLimits;
  readonly budget: TokenBudget;
  /** Milliseconds that the model is left alone after repeated failures. */
  readonly rest?: number;
}

/** The second retry begins within a second: a reader waits. */
const RETRIES = { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 600 }) };
/** Failures in a row before the model is left alone: with fewer a passing hiccup would do it. */
const FAILURES_BEFORE_REST = 5;
const DEFAULT_REST = 30_000;

/** A model with time limits, retries before the first part, a token budget and a breaker. */
export class ReliableChatModel implements ChatModel {
  readonly name: string;
  readonly #model: ChatModel;
  readonly #limits: TimeLimits;
  readonly #budget: TokenBudget;
  readonly #retry: RetryPolicy;
  readonly #breaker: CircuitBreakerPolicy;

  constructor(model: ChatModel, { limits, budget, rest = DEFAULT_REST }: Reliability) {
    this.name = model.name;
    this.#model = model;
    this.#limits = limits;
    this.#budget = budget;
    this.#retry = retry(
      handleWhen((error) => modelFailure(error).worthRetrying),
      RETRIES,
    );
    this.#breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelFailure),
      { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST) },
    );
  }

  async *stream(request: ChatRequest): AsyncGenerator<ChatPart> {
    const prompt = estimateTokens(request.instructions + request.messages.map((m) => m.content).join(''));
    const reservation = this.#budget.reserve(prompt + request.maxOutputTokens);
    const upstream = new AbortController();
    const signal = AbortSignal.any([upstream.signal, ...(request.signal ? [request.signal] : [])]);
    const report = await this.#admit().catch((error) => {
      reservation.settle(0);
      throw error;
    });
    // Until something came nothing is owed; from then on the prompt, and what is written.
    let cost = 0;
    try {
      for await (const part of this.#timed({ ...request, signal }, upstream)) {
        cost ||= prompt;
        if (part.type === 'text') cost += estimateTokens(part.text);
        if (part.type === 'usage') cost = part.usage.input + part.usage.output;
        yield part;
      }
      report();
    } catch (error) {
      // A reader who left is no failure of the model's.
      if (request.signal?.aborted) return;
      const failure = modelFailure(error);
      report(failure);
      throw failure;
    } finally {
      report();
      upstream.abort();
      reservation.settle(cost);
    }
  }

  /**
   * Asks the breaker. The answer comes as a function to report the outcome with, once.
   * @throws ModelFailure resting
   */
  async #admit(): Promise<(failure?: ModelFailure) => void> {
    const outcome = Promise.withResolvers<void>();
    const admitted = Promise.withResolvers<void>();
    const call = this.#breaker.execute(() => {
      admitted.resolve();
      return outcome.promise;
    });
    const refused = call.catch((error) => {
      if (error instanceof BrokenCircuitError)
        throw new ModelFailure('resting', 'left alone after repeated failures');
    });
    // While one call tries out whether the model is back, others don't wait for how it goes.
    await inTime(Promise.race([admitted.promise, refused]), TRIAL_WAIT, () => outcome.resolve(), 'resting');
    return (failure) => (failure ? outcome.reject(failure) : outcome.resolve());
  }

  async *#timed(request: ChatRequest, upstream: AbortController): AsyncGenerator<ChatPart> {
    const deadline = performance.now() + this.#limits.whole;
    const limited = <T>(work: Promise<T>, limit: number) =>
      inTime(work, Math.min(limit, deadline - performance.now()), () => upstream.abort());
    let last: ModelFailure | undefined;
    const open = () =>
      openStream(this.#model, request).catch((error) => {
        last = modelFailure(error);
        throw last;
      });
    // When time runs out between two tries, the reason is why the first one failed.
    const { parts, first } = await limited(
      this.#retry.execute(open, request.signal),
      this.#limits.first,
    ).catch((error) => {
      throw last ?? error;
    });
    for (let next = first; !next.done; next = await limited(parts.next(), this.#limits.pause)) {
      yield next.value;
    }
  }
}

/** Milliseconds. */
const TRIAL_WAIT = 50;

/** Waits for the first part: until it is there, another try costs nobody anything. */
async function openStream(model: ChatModel, request: ChatRequest) {
  const parts = model.stream(request)[Symbol.asyncIterator]();
  const first = await parts.next();
  if (first.done && !request.signal?.aborted) throw new ModelFailure('empty', 'the model said nothing');
  return { parts, first };
}

/** @throws ModelFailure when `work` takes longer than `limit` milliseconds, after `onLate` */
async function inTime<T>(
  work: Promise<T>,
  limit: number,
  onLate: () => void,
  kind: 'too-slow' | 'resting' = 'too-slow',
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    onLate();
    late.reject(new ModelFailure(kind, `nothing for ${(Math.max(0, limit) / 1000).toFixed(1)} s`));
  }, limit);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
