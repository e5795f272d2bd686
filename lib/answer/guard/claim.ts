import { normalise } from '../../text/normalise.ts';
import { searchTokens } from '../../text/tokenise.ts';
import { leadsOn } from './connecting.ts';
import type { Lexicon } from './lexicon.ts';
import { isForeign, type Name, namesIn } from './names.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { quotedIn } from './quotations.ts';

/** What a sentence says, in the forms in which it can be checked. */
export interface Claim {
  readonly text: string;
  readonly quotations: readonly string[];
  readonly names: readonly Name[];
  readonly parts: readonly ClaimPart[];
}

/** A part between commas, long enough to be found again in the report. */
export interface ClaimPart {
  readonly words: readonly ClaimWord[];
  readonly quantities: readonly Quantity[];
  /** The same before short parts were joined. */
  readonly pieces: readonly ClaimPiece[];
}

/** What stands between two commas. */
export interface ClaimPiece {
  /** Normalised. */
  readonly text: string;
  readonly words: readonly ClaimWord[];
  readonly quantities: readonly Quantity[];
}

/** A word, or a foreign phrase, with the Chinese words that would prove it and how much it tells. */
export interface ClaimWord {
  readonly forms: readonly string[];
  readonly weight: number;
}

/** A part with fewer telling words is read together with the next: “2024年，” alone can be found anywhere. */
const WORDS_OF_A_PART = 3;

/** @param text without citation markers */
export function claimOf(text: string, lexicon: Lexicon): Claim {
  const foreign = isForeign(text);
  // The comma of 1,350 doesn't divide a sentence, the one of “, which” does.
  const pieces = foreign ? text.split(/;\s/u) : text.split(/[，；：;]|,(?!\d)/u);
  const parts: ClaimPart[] = [];
  let pending = NOTHING;
  for (const text of pieces) {
    const words = foreign ? foreignWords(text, lexicon) : chineseWords(text, lexicon);
    const piece = { text: normalise(text), words, quantities: quantitiesIn(text) };
    pending = joined(pending, { ...piece, pieces: [piece] });
    if (pending.words.length < WORDS_OF_A_PART) continue;
    parts.push(pending);
    pending = NOTHING;
  }
  if (pending.pieces.length > 0) parts.push(joined(parts.pop() ?? NOTHING, pending));
  return { text: normalise(text), quotations: quotedIn(text), names: namesIn(text, lexicon), parts };
}

const NOTHING: ClaimPart = { words: [], quantities: [], pieces: [] };

function joined(one: ClaimPart, other: ClaimPart): ClaimPart {
  return {
    words: [...one.words, ...other.words],
    quantities: [...one.quantities, ...other.quantities],
    pieces: [...one.pieces, ...other.pieces],
  };
}

function chineseWords(text: string, lexicon: Lexicon): ClaimWord[] {
  const tokens = new Set(searchTokens(text).filter((token) => !NUMERAL.test(token) && !leadsOn(token)));
  return [...tokens].map((token) => ({ forms: [token], weight: lexicon.weightOf(token) }));
}

/** Numbers are compared by value. */
const NUMERAL = /^[\d.,%〇零一二两三四五六七八九十百千万亿年月日]+$/u;

/** Only phrases that the glossary knows can be looked for. */
function foreignWords(text: string, lexicon: Lexicon): ClaimWord[] {
  return lexicon.phrasesOf(text).flatMap(({ forms }) => {
    if (!forms?.[0]) return [];
    const weight = Math.max(...searchTokens(forms[0]).map((token) => lexicon.weightOf(token)), 0);
    return weight > 0 ? [{ forms: forms.map(normalise), weight }] : [];
  });
}
