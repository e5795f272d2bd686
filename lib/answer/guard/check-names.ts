import type { Claim, ClaimPiece } from './claim.ts';
import type { EvidenceSentence, EvidenceSource } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { comparable, likeness } from './likeness.ts';
import { isForeign, isNamedIn, type Name, namesIn } from './names.ts';

/** A country whose own clauses are less like what is said of it than another's was put in that one’s place. */
const MOVED = 0.6;

/**
 * Every name stands in a chosen sentence, or else in its passages' other sentences or headings; but then none
 * of the chosen sentences' own names may be missing: that would be one name put in another's place.
 */
export function namesStand(
  claim: Claim,
  chosen: readonly EvidenceSentence[],
  sources: readonly EvidenceSource[],
  lexicon: Lexicon,
): boolean {
  const { names, text } = claim;
  if (
    !claim.parts
      .flatMap((part) => part.pieces)
      .every((piece) => names.every((name) => !wasMoved(claim, name, piece, chosen, lexicon)))
  )
    return false;
  const supporting = chosen.map((sentence) => sentence.text).join('\n');
  if (namesOneTwice(claim, supporting, lexicon)) return false;
  const foreign = names.filter((name) => !isNamedIn(name, supporting, lexicon));
  if (foreign.length === 0) return true;
  const contexts = [...sources.map((source) => source.context), lexicon.subject];
  if (!foreign.every((name) => contexts.some((context) => isNamedIn(name, context, lexicon)))) return false;
  const about = foreign.filter((name) => !isNamedIn(name, lexicon.subject, lexicon));
  if (about.length === 0) return true;
  return chosen
    .flatMap((sentence) => namesOf(sentence, lexicon))
    .every(({ forms }) => forms.some((form) => lexicon.subject.includes(form)) || isSaid(forms, names, text));
}

function isSaid(forms: readonly string[], names: readonly Name[], text: string): boolean {
  return (
    forms.some((form) => text.includes(form)) ||
    names.some((name) => name.forms.some((form) => forms.includes(form)))
  );
}

/** Whether the clause that says what a piece says of a name says it of another. */
function wasMoved(
  claim: Claim,
  name: Name,
  piece: ClaimPiece,
  chosen: readonly EvidenceSentence[],
  lexicon: Lexicon,
): boolean {
  if (isNamedIn(name, lexicon.subject, lexicon) || !lexicon.isCountry(name.forms)) return false;
  const foreign = isForeign(piece.text);
  if (!foreign && !name.forms.some((form) => piece.text.includes(form))) return false;
  const words = piece.words.filter(
    (word) => !word.forms.some((form) => name.forms.some((own) => own.includes(form))),
  );
  const rest = { ...piece, words };
  let own = 0;
  let rival = 0;
  for (const clause of comparable(piece, chosen)) {
    const like = likeness(rest, clause);
    if (isNamedIn(name, clause.text, lexicon)) own = Math.max(own, like);
    else if (like > rival && namesAnother(clause.text, foreign ? claim.names : piece.text, lexicon))
      rival = like;
  }
  return own < MOVED * rival;
}

/** Whether a clause names a country that is not among those said, or in what is said. */
function namesAnother(clause: string, said: string | readonly Name[], lexicon: Lexicon): boolean {
  const isSaidToo = (name: Name) =>
    typeof said === 'string' ? isNamedIn(name, said, lexicon) : isSaid(name.forms, said, '');
  return lexicon
    .countriesIn(clause)
    .some((name) => !isNamedIn(name, lexicon.subject, lexicon) && !isSaidToo(name));
}

const known = new WeakMap<EvidenceSentence, readonly Name[]>();

/** The names of a sentence of the report, worked out once. */
function namesOf(sentence: EvidenceSentence, lexicon: Lexicon): readonly Name[] {
  const names = known.get(sentence) ?? namesIn(sentence.text, lexicon);
  known.set(sentence, names);
  return names;
}

/** 哈国、哈萨克斯坦和塔吉克斯坦: one country twice, in different words, where the report names a third. */
function namesOneTwice({ names, text }: Claim, supporting: string, lexicon: Lexicon): boolean {
  const countries = names.filter(({ forms }) => lexicon.isCountry(forms));
  const twice = countries.some((name, at) => countries.findIndex((other) => other.forms === name.forms) < at);
  return twice && namesAnother(supporting, text, lexicon);
}
