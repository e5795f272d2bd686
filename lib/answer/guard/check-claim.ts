import { namesStand } from './check-names.ts';
import { datesFrom, holds, quantitiesStand } from './check-quantities.ts';
import type { Claim, ClaimPart, ClaimPiece, ClaimWord } from './claim.ts';
import type { EvidenceSentence, EvidenceSource } from './evidence.ts';
import { isInstruction } from './instructions.ts';
import type { Lexicon } from './lexicon.ts';
import { likeness } from './likeness.ts';
import { turnsRound } from './polarity.ts';
import { stands } from './quotations.ts';

/** Why a sentence is not let through. */
export type Objection = 'quotation' | 'quantity' | 'name' | 'unsupported' | 'turned-round';

export type Finding =
  /** `weakest` is the coverage of the part that has least. */
  | {
      readonly stands: true;
      readonly support: readonly EvidenceSentence[];
      readonly coverage: number;
      readonly weakest: number;
    }
  | { readonly stands: false; readonly objection: Objection; readonly coverage: number };

/**
 * Shares of a sentence's telling words (weighted by how telling) that its support must hold. Honest paraphrases
 * of this report keep 0.6 and more, sentences with a wrong citation 0.3 and less; see docs/checking-answers.md.
 */
const COVERAGE = { whole: 0.5, part: 0.25 } as const;

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

  // Words alike prove nothing for a sentence about rules and prompts: no report says such a thing.
  if (isInstruction(claim.text)) return object('unsupported');
  if (!claim.quotations.every((quoted) => isQuotedFrom(quoted, sources, lexicon))) return object('quotation');
  if (coverage < COVERAGE.whole) return object('unsupported');
  if (support.some(({ coverage: own, part }) => own < COVERAGE.part && part.words.length > 2))
    return object('unsupported');
  const parts = support.map(({ part }) => part);
  if (!quantitiesStand(parts, chosen)) return object('quantity');
  if (!namesStand(claim, chosen, sources, lexicon)) return object('name');
  if (support.some(({ part, sentence }) => part.pieces.some((piece) => isTurnedRound(piece, sentence))))
    return object('turned-round');
  const weakest = Math.min(...support.map((part) => part.coverage));
  return { stands: true, support: [...chosen, ...datesFrom(parts, chosen)], coverage, weakest };
}

function isTurnedRound(piece: ClaimPiece, { clauses, text }: EvidenceSentence): boolean {
  const [nearest] = clauses
    .map((clause) => ({ clause, like: likeness(piece, clause) }))
    .sort((a, b) => b.like - a.like);
  return turnsRound(piece.text, nearest && nearest.like > 0 ? nearest.clause.text : text, text);
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
