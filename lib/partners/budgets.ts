import type { Allowance, BudgetStore, Taking } from './budget-store.ts';
import type { Partner } from './partner.ts';

const SECONDS_A_DAY = 86_400;

/**
 * For a reader on our own pages, who is nobody's guest: one question a second, all minute long, is more than
 * reading needs, and a classroom behind one address still gets on.
 */
const OWN_ALLOWANCE: Allowance = { units: 60, seconds: 60 };

export type BudgetName = 'address' | 'session' | 'day' | 'tokens';

/** What a question is counted against. */
export interface Asker {
  readonly address: string;
  /** Absent on our own pages. */
  readonly guest?: { readonly partner: Partner; readonly session: string };
  /** What a language model may read and write for the answer, at most; taken before it starts. 0 without one. */
  readonly tokens: number;
}

interface Claim {
  readonly name: BudgetName;
  readonly key: string;
  readonly allowance: Allowance;
  readonly units: number;
}

/** One budget as a question left it. */
export interface BudgetState extends Taking {
  readonly name: BudgetName;
  readonly allowance: Allowance;
}

/** Whether a question may be worked on, and the budget that is nearest to its end. */
export interface Verdict {
  readonly granted: boolean;
  readonly tightest: BudgetState;
}

/**
 * Takes a question from every budget that it falls under, the narrowest first, so that one eager reader never costs
 * the others. If one is spent, the question is counted nowhere.
 */
export async function takeQuestion(store: BudgetStore, asker: Asker): Promise<Verdict> {
  const states: BudgetState[] = [];
  const taken: Claim[] = [];
  for (const claim of claimsOf(asker)) {
    const { name, key, allowance, units } = claim;
    const state = { name, allowance, ...(await store.take(key, allowance, units)) };
    if (!state.granted) {
      await Promise.all(taken.map((other) => store.giveBack(other.key, other.units)));
      return { granted: false, tightest: state };
    }
    states.push(state);
    taken.push(claim);
  }
  return { granted: true, tightest: states.reduce(tighter) };
}

function claimsOf({ address, guest, tokens }: Asker): Claim[] {
  if (!guest) return [claim('address', `own ${address}`, OWN_ALLOWANCE)];
  const { partner, session } = guest;
  const { perAddress, perSession, questionsPerDay, modelTokensPerDay } = partner.budgets;
  const ofAll = (units: number): Allowance => ({ units, seconds: SECONDS_A_DAY });
  return [
    claim('address', `${partner.id} address ${address}`, allowanceOf(perAddress)),
    claim('session', `${partner.id} session ${session}`, allowanceOf(perSession)),
    claim('day', `${partner.id} day`, ofAll(questionsPerDay)),
    ...(tokens > 0 ? [claim('tokens', `${partner.id} tokens`, ofAll(modelTokensPerDay), tokens)] : []),
  ];
}

function claim(name: BudgetName, key: string, allowance: Allowance, units = 1): Claim {
  return { name, key, allowance, units };
}

function allowanceOf({ questions, seconds }: Partner['budgets']['perAddress']): Allowance {
  return { units: questions, seconds };
}

function tighter(one: BudgetState, other: BudgetState): BudgetState {
  return shareLeft(other) < shareLeft(one) ? other : one;
}

function shareLeft({ left, allowance }: BudgetState): number {
  return left / Math.max(1, allowance.units);
}
