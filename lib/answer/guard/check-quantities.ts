import type { ClaimPart, ClaimPiece } from './claim.ts';
import type { EvidenceClause, EvidenceSentence } from './evidence.ts';
import { comparable, likeness } from './likeness.ts';
import { isForeign } from './names.ts';
import { agrees, type Quantity } from './quantity.ts';

/** A number that only stands in a clause about something else was moved. */
const MOVED = 0.5;
/** Sentences back that a date may come from: “2024年……。同年9月……”. */
const DATE_REACHES_BACK = 2;

/** Whether a sentence of the report has the number, in whatever form. */
export function holds({ quantities, text }: EvidenceSentence, said: Quantity): boolean {
  return quantities.some((printed) => agrees(said, printed)) || isLiterally(said, text);
}

/** 三大, 上百: where the number is no quantity the same words will do. */
function isLiterally(said: Quantity, text: string): boolean {
  return !/\d/.test(said.surface) && said.surface.length > 1 && text.includes(said.surface);
}

/**
 * Every number stands in a chosen sentence, no more often than there, in a clause about the same. A date may
 * come from just before.
 */
export function quantitiesStand(parts: readonly ClaimPart[], chosen: readonly EvidenceSentence[]): boolean {
  const said = parts.flatMap((part) => part.quantities);
  const printed = chosen.flatMap((sentence) => sentence.quantities);
  const missing = (kind: string) =>
    printed.some((quantity) => quantity.kind === kind && !said.some((own) => agrees(own, quantity)));
  const isThere = (quantity: Quantity) => {
    if (chosen.some((sentence) => holds(sentence, quantity))) return true;
    if (!quantity.kind.startsWith('date-') || missing(quantity.kind)) return false;
    return chosen.some(({ before }) =>
      before.slice(0, DATE_REACHES_BACK).some((earlier) => holds(earlier, quantity)),
    );
  };
  if (!said.every(isThere)) return false;
  // 2001年……2023年 that became 2023年……2023年.
  const repeated = said.some((quantity) => {
    const times = (list: readonly Quantity[]) => list.filter((other) => agrees(quantity, other)).length;
    return times(said) > Math.max(1, times(printed)) && missing(quantity.kind);
  });
  if (repeated) return false;
  return parts
    .flatMap((part) => part.pieces)
    .every(
      (piece) =>
        !isReversed(piece, chosen) &&
        piece.quantities.every((quantity) => !wasMoved(quantity, piece, chosen)),
    );
}

/** The earlier sentences that a date came from. */
export function datesFrom(
  parts: readonly ClaimPart[],
  chosen: readonly EvidenceSentence[],
): EvidenceSentence[] {
  const reached = parts
    .flatMap((part) => part.quantities)
    .filter((quantity) => !chosen.some((sentence) => holds(sentence, quantity)))
    .flatMap((quantity) =>
      chosen.flatMap(
        ({ before }) => before.slice(0, DATE_REACHES_BACK).find((earlier) => holds(earlier, quantity)) ?? [],
      ),
    );
  return [...new Set(reached)];
}

/** Whether the clause that says what a piece says has another number of the kind. */
function wasMoved(quantity: Quantity, piece: ClaimPiece, chosen: readonly EvidenceSentence[]): boolean {
  const clauses = comparable(piece, chosen);
  const rivals = clauses.filter(
    (clause) =>
      clause.quantities.some((printed) => printed.kind === quantity.kind) &&
      !clause.quantities.some((printed) => agrees(quantity, printed)),
  );
  const own = clauses.filter((clause) => clause.quantities.some((printed) => agrees(quantity, printed)));
  if (own.length === 0 || rivals.length === 0) return false;
  const best = (list: readonly EvidenceClause[]) =>
    Math.max(...list.map((clause) => likeness(piece, clause)));
  return best(own) < MOVED * best(rivals);
}

/** From 12% to 58% that became from 58% to 12%. Other languages put them in another order. */
function isReversed(piece: ClaimPiece, chosen: readonly EvidenceSentence[]): boolean {
  if (isForeign(piece.text)) return false;
  const clauses = comparable(piece, chosen);
  return piece.quantities.some((first, at) => {
    const second = piece.quantities.slice(at + 1).find((other) => other.kind === first.kind);
    if (!second || agrees(first, second)) return false;
    const orders = clauses.flatMap(({ quantities }) => {
      const places = [first, second].map((said) => quantities.findIndex((printed) => agrees(said, printed)));
      const [one = -1, other = -1] = places;
      return one < 0 || other < 0 ? [] : [one < other];
    });
    return orders.length > 0 && orders.every((inOrder) => !inOrder);
  });
}
