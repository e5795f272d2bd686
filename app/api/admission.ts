import type { BudgetState } from '../../lib/partners/budgets.ts';
import { rateLimitHeaders, secondsUntil } from '../../lib/partners/rate-limit-headers.ts';
import { getGate } from '../gate.ts';
import { RequestError } from './error-response.ts';

/**
 * Lets a question in, before anything else is done with it.
 * @param answers whether it will be answered, or only searched
 * @returns headers for the answer that say what is left
 * @throws RequestError when the question comes from where it may not, or a budget is spent
 */
export async function admit(request: Request, answers = true): Promise<Record<string, string>> {
  const gate = await getGate();
  const admission = await gate.admit(request.headers, answers);
  const headers = admission.budget ? rateLimitHeaders(admission.budget) : {};
  if (admission.granted) return headers;
  throw new RequestError(admission.code, '', { headers, ...waiting(admission.budget) });
}

function waiting(budget: BudgetState | undefined): { retryAfter?: number } {
  return budget ? { retryAfter: secondsUntil(budget.renewsIn) } : {};
}
