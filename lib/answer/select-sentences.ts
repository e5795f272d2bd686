import type { RankedSentence, Retrieval } from '../retrieval/retriever.ts';

/** Passages whose sentences compete. */
const PASSAGES_CONSIDERED = 8;
/** A reader wants the answer, not the page. */
const SENTENCES_QUOTED = 3;
/** A sentence that scores less than this share of the best has little to do with the question. */
const WORTH_QUOTING = 0.6;

/** The sentences that answer, best first. */
export function selectSentences({ passages }: Retrieval): RankedSentence[] {
  const ranked = passages
    .slice(0, PASSAGES_CONSIDERED)
    .flatMap((passage) => passage.sentences)
    .filter(({ sentence }) => !sentence.isTitle)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  return ranked.slice(0, SENTENCES_QUOTED).filter(({ score }) => score >= WORTH_QUOTING * best);
}
