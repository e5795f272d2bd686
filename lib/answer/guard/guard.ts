import type { Language } from '../../text/language.ts';
import type { Citation } from '../answer.ts';
import { citationOf, quotationsOf } from '../quotation.ts';
import { type Objection as ClaimObjection, checkClaim, type Finding } from './check-claim.ts';
import { type Claim, claimOf } from './claim.ts';
import { isConnecting, isHeading } from './connecting.ts';
import { type EvidenceSentence, type EvidenceSource, lettersOf } from './evidence.ts';
import { isInLanguage } from './in-language.ts';
import type { Lexicon } from './lexicon.ts';
import { readMarkers } from './markers.ts';
import { plainText } from './plain-text.ts';
import { sentencesQuoted } from './quotations.ts';

export type Objection = ClaimObjection | 'uncited' | 'wrong-language' | 'repeated';

export type Verdict =
  /** `citations` are those that the text points at for the first time. */
  | {
      readonly kind: 'shown';
      readonly text: string;
      readonly citations: readonly Citation[];
      readonly repaired: boolean;
    }
  /** Says nothing by itself: shown only when something follows. */
  | { readonly kind: 'connecting'; readonly text: string }
  | { readonly kind: 'dropped'; readonly objection: Objection }
  | { readonly kind: 'nothing' };

export interface GuardOptions {
  /** What the model was shown, under the ids that it was given. */
  readonly sources: readonly EvidenceSource[];
  readonly lexicon: Lexicon;
  /** Of the reports, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly language: Language;
}

/** Sources tried for a sentence whose own don't support it: the likeliest is nearly always the right one. */
const SOURCES_TRIED = 3;

/** Coverage of each part that a passage nobody cited must bring to be added to those that were. */
const WELL_SUPPORTED = 0.5;

/** Checks what a model writes, sentence by sentence, against what it was shown. One guard for one answer. */
export class Guard {
  readonly #options: GuardOptions;
  readonly #headings: readonly string[];
  readonly #citations = new Map<string, Citation>();
  readonly #said = new Set<string>();

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#headings = options.sources.flatMap((source) => [source.headings, source.letters]);
  }

  /** All citations so far, in the order of their numbers. */
  get citations(): readonly Citation[] {
    return [...this.#citations.values()];
  }

  /** @param sentence as the model wrote it, markers included */
  check(sentence: string): Verdict {
    const { text, ids } = readMarkers(plainText(sentence));
    const said = text.trim();
    const letters = lettersOf(said);
    if (letters === '') return { kind: 'nothing' };
    const { sources, lexicon, language } = this.#options;
    if (ids.length === 0) {
      if (isConnecting(said) || isHeading(said, this.#headings)) return { kind: 'connecting', text: said };
      return { kind: 'dropped', objection: 'uncited' };
    }
    if (!isInLanguage(said, language)) return { kind: 'dropped', objection: 'wrong-language' };
    if (this.#said.has(letters)) return { kind: 'dropped', objection: 'repeated' };
    this.#said.add(letters);

    const claim = claimOf(withoutListMark(said), lexicon);
    const cited = sources.filter((source) => ids.includes(source.id));
    const finding = checkClaim(claim, cited, lexicon);
    if (finding.stands) return this.#show(said, claim, cited, finding.support, false);
    const repair = this.#repair(claim, cited, finding.objection);
    if (repair) return this.#show(said, claim, repair.cited, repair.support, true);
    return { kind: 'dropped', objection: finding.objection };
  }

  /** Looks for the source that does support a claim, alone or beside those that were cited. */
  #repair(claim: Claim, cited: readonly EvidenceSource[], objection: ClaimObjection) {
    const { sources, lexicon } = this.#options;
    const others = sources
      .filter((source) => !cited.includes(source))
      .map((source) => ({ source, finding: checkClaim(claim, [source], lexicon) }))
      .sort((a, b) => b.finding.coverage - a.finding.coverage);
    const alone = others.find(({ finding }) => finding.stands);
    if (alone) return { cited: [alone.source], support: supportIn(alone.finding) };
    // With enough passages together every name is found somewhere.
    if (cited.length === 0 || objection === 'name') return undefined;
    for (const { source } of others.slice(0, SOURCES_TRIED)) {
      const together = [...cited, source];
      const finding = checkClaim(claim, together, lexicon);
      if (finding.stands && finding.weakest >= WELL_SUPPORTED)
        return { cited: together, support: supportIn(finding) };
    }
    return undefined;
  }

  #show(
    said: string,
    claim: Claim,
    cited: readonly EvidenceSource[],
    support: readonly EvidenceSentence[],
    repaired: boolean,
  ): Verdict {
    const quoted = claim.quotations.flatMap((quotation) => sentencesQuoted(quotation, cited));
    const sentences = [...new Set([...support, ...quoted].map(({ ranked }) => ranked))];
    const fresh: Citation[] = [];
    const numbers = quotationsOf(sentences).map((quotation) => {
      const citation = citationOf(quotation, this.#citations.size + 1, this.#options.titles);
      const key = `${citation.url}\n${citation.quote}`;
      const known = this.#citations.get(key);
      if (known) return known.id;
      this.#citations.set(key, citation);
      fresh.push(citation);
      return citation.id;
    });
    const markers = [...new Set(numbers)].sort((a, b) => a - b).map((number) => `[${number}]`);
    return { kind: 'shown', text: said + markers.join(''), citations: fresh, repaired };
  }
}

function supportIn(finding: Finding): readonly EvidenceSentence[] {
  return finding.stands ? finding.support : [];
}

/** “1. ” and “（2）” number a list; they are no claim. */
function withoutListMark(text: string): string {
  return text.replace(/^(?:[-*•]\s+|#{1,6}\s+|[（(]?\d{1,2}(?:[.)）、]\s*)(?!\d))+/u, '');
}
