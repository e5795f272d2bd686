import type { ClaimPiece } from './claim.ts';
import type { EvidenceClause } from './evidence.ts';
import { agrees } from './quantity.ts';

/** How much a piece of a claim has in common with a clause of the report: weighted words, and numbers. */
export function likeness({ words, quantities }: ClaimPiece, clause: EvidenceClause): number {
  const shared = words.filter(({ forms }) => forms.some((form) => clause.tokens.has(form)));
  const numbers = quantities.filter((said) => clause.quantities.some((printed) => agrees(said, printed)));
  return shared.reduce((sum, word) => sum + word.weight, 0) + numbers.length;
}
