import type { Claim, ClaimPart, ClaimWord } from './claim.ts';
import type { EvidenceClause, EvidenceSentence, EvidenceSource } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { isNamedIn, namesIn } from './names.ts';
import { turnsRound } from './polarity.ts';
import { agrees, type Quantity } from './quantity.ts';
import { stands } from './quotations.ts';

/** Why a sentence is not let through. */
export type Objection = 'quotation' | 'quantity' | 'name' | 'unsupported' | 'turned-round';

export type Finding =
  | { readonly stands: true; readonly support: readonly EvidenceSentence[]; readonly coverage: number }
  | { readonly stands: false; readonly objection: Objection; readonly coverage: number };

/**
 * Shares of a sentence's telling words (weighted by how telling) that its support must hold. Honest paraphrases
 * of this report keep 0.6 and more, sentences with a wrong citation 0.3 and less; see docs/checking-answers.md.
 */
const COVERAGE = { whole: 0.5, part: 0.25 } as const;
/** A number that only stands in a clause about something else was moved. */
const MOVED = 0.5;
/** Sentences back that a date may come from: “2024年……。同年9月……”. */
const DATE_REACHES_BACK = 2;

/** Checks a claim against the passages that it cites. */
export function checkClaim(claim: Claim, sources: readonly EvidenceSource[], lexicon: Lexicon): Finding {
  const sentences = sources.flatMap((source) => source.sentences);
  const support = supportOf(claim, sentences);
  const chosen = [...new Set(support.map(({ sentence }) => sentence))];
  const coverage = coverageOf(
    claim.parts.flatMap((part) => part.words),
    chosen,
  );
  const object = (objection: Objection): Finding => ({ stands: false, objection, coverage });

  if (!claim.quotations.every((quoted) => isQuotedFrom(quoted, sources, lexicon))) return object('quotation');
  if (coverage < COVERAGE.whole) return object('unsupported');
  if (support.some(({ coverage: own, part }) => own < COVERAGE.part && part.words.length > 2))
    return object('unsupported');
  const parts = support.map(({ part }) => part);
  if (!quantitiesStand(parts, chosen)) return object('quantity');
  if (!namesStand(claim, chosen, sources, lexicon)) return object('name');
  if (turnsRound(claim.text, chosen.map((sentence) => sentence.text).join('\n')))
    return object('turned-round');
  return { stands: true, support: [...chosen, ...datesFrom(parts, chosen)], coverage };
}

interface PartSupport {
  readonly part: ClaimPart;
  readonly sentence: EvidenceSentence;
  readonly coverage: number;
}

/** For each part the sentence that holds most of it; numbers count as its words do. */
function supportOf({ parts }: Claim, sentences: readonly EvidenceSentence[]): PartSupport[] {
  return parts.flatMap((part) => {
    let best: PartSupport | undefined;
    let bestScore = -1;
    for (const sentence of sentences) {
      const coverage = coverageOf(part.words, [sentence]);
      const numbers = part.quantities.filter((said) => holds(sentence, said)).length;
      const score = coverage + (NUMBERS_SHARE * numbers) / Math.max(1, part.quantities.length);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { part, sentence, coverage };
    }
    return best ? [best] : [];
  });
}

/** Between two sentences alike the one with the same numbers is meant. */
const NUMBERS_SHARE = 0.25;

/** The share of the words, weighted, that stand in one of the sentences. */
function coverageOf(words: readonly ClaimWord[], sentences: readonly EvidenceSentence[]): number {
  let known = 0;
  let all = 0;
  for (const word of words) {
    all += word.weight;
    if (sentences.some((sentence) => isSaidIn(word, sentence))) known += word.weight;
  }
  return all === 0 ? 0 : known / all;
}

function isSaidIn({ forms }: ClaimWord, { tokens, text }: EvidenceSentence): boolean {
  return forms.some((form) => tokens.has(form) || text.includes(form));
}

function holds({ quantities, text }: EvidenceSentence, said: Quantity): boolean {
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
function quantitiesStand(parts: readonly ClaimPart[], chosen: readonly EvidenceSentence[]): boolean {
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
    .every((piece) => piece.quantities.every((quantity) => !wasMoved(quantity, piece, chosen)));
}

/** The earlier sentences that a date came from. */
function datesFrom(parts: readonly ClaimPart[], chosen: readonly EvidenceSentence[]): EvidenceSentence[] {
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
function wasMoved(quantity: Quantity, piece: Piece, chosen: readonly EvidenceSentence[]): boolean {
  const clauses = chosen.flatMap((sentence) => sentence.clauses);
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

type Piece = ClaimPart['pieces'][number];

function likeness({ words, quantities }: Piece, clause: EvidenceClause): number {
  const shared = words.filter(({ forms }) => forms.some((form) => clause.tokens.has(form)));
  const numbers = quantities.filter((said) => clause.quantities.some((printed) => agrees(said, printed)));
  return shared.reduce((sum, word) => sum + word.weight, 0) + numbers.length;
}

/** A quotation in the reader's language may be a term's translation. */
function isQuotedFrom(quoted: string, sources: readonly EvidenceSource[], lexicon: Lexicon): boolean {
  if (sources.some((source) => stands(quoted, source.letters) || stands(quoted, source.headings)))
    return true;
  if (/\p{Script=Han}/u.test(quoted)) return false;
  const phrases = lexicon.phrasesOf(quoted);
  return (
    phrases.some(({ forms }) => forms) &&
    phrases.every(
      ({ words, forms }) =>
        (forms ?? []).some((form) => sources.some((source) => source.context.includes(form))) ||
        (!forms && LITTLE_WORDS.has(words.join(' '))),
    )
  );
}

const LITTLE_WORDS = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'for',
  'in',
  'to',
  'on',
  'with',
  'и',
  'в',
  'на',
  'с',
  'по',
  'для',
]);

/**
 * Every name stands in a chosen sentence, or else in its passages' other sentences or headings; but then none
 * of the chosen sentences' own names may be missing: that would be one name put in another's place.
 */
function namesStand(
  { names, text }: Claim,
  chosen: readonly EvidenceSentence[],
  sources: readonly EvidenceSource[],
  lexicon: Lexicon,
): boolean {
  const supporting = chosen.map((sentence) => sentence.text).join('\n');
  const foreign = names.filter((name) => !isNamedIn(name, supporting, lexicon));
  if (foreign.length === 0) return true;
  const contexts = [...sources.map((source) => source.context), lexicon.subject];
  if (!foreign.every((name) => contexts.some((context) => isNamedIn(name, context, lexicon)))) return false;
  const about = foreign.filter((name) => !isNamedIn(name, lexicon.subject, lexicon));
  if (about.length === 0) return true;
  return namesIn(supporting, lexicon).every(
    (printed) =>
      printed.forms.some((form) => lexicon.subject.includes(form)) || isSaid(printed.forms, names, text),
  );
}

function isSaid(forms: readonly string[], names: Claim['names'], text: string): boolean {
  return (
    forms.some((form) => text.includes(form)) ||
    names.some((name) => name.forms.some((form) => forms.includes(form)))
  );
}
