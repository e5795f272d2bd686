import type { ClaimPiece } from './claim.ts';
import type { EvidenceClause, EvidenceSentence } from './evidence.ts';
import { isForeign } from './names.ts';
import { agrees } from './quantity.ts';

/** How much a piece of a claim has in common with a clause of the report: weighted words, and numbers. */
export function likeness({ words, quantities }: ClaimPiece, clause: EvidenceClause): number {
  const shared = words.filter(({ forms }) =>
    forms.some((form) => clause.tokens.has(form) || clause.text.includes(form)),
  );
  const numbers = quantities.filter((said) => clause.quantities.some((printed) => agrees(said, printed)));
  return shared.reduce((sum, word) => sum + word.weight, 0) + numbers.length;
}

/** What a piece is compared with: clauses, or whole sentences where another language divides them differently. */
export function comparable(
  piece: ClaimPiece,
  chosen: readonly EvidenceSentence[],
): readonly EvidenceClause[] {
  return isForeign(piece.text) ? chosen : chosen.flatMap((sentence) => sentence.clauses);
}
