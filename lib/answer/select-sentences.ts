import { splitSentenceAddress } from '../report/place.ts';
import type { RankedPassage, RankedSentence, Retrieval } from '../retrieval/retriever.ts';
import { carries, type Demand, demandOf } from './demand.ts';
import { enumerationAround } from './enumeration.ts';

/** Passages whose sentences compete. */
const PASSAGES_CONSIDERED = 12;
/** A reader wants the answer, not the page; an enumeration is shown whole or not at all. */
const SENTENCES_QUOTED = 3;
const LONGEST_ENUMERATION = 5;
/** A part of a question that finds its sentence with less probability than this leans on the other part. */
const SURE_OF_PART = 0.4;
/** A sentence this many times less likely than the best is left out. */
const WORTH_QUOTING = 1 / 100;
/** How much likelier a sentence is that holds the kind of thing asked for: a figure, a year, a body. */
const CARRIES_WHAT_IS_ASKED = 2;

/** A sentence that opens like this says nothing without the one before it. */
const LEANS_BACK =
  /^(?:同年|同月|同时|此外|其中|该|这|此|其(?!他|它)|双方|会后|会议期间|会上|工坊|项目建成后|通过这)/u;

/** The sentences that answer, at most five, best first. */
export function selectSentences({ forms, passages }: Retrieval, question: string): RankedSentence[] {
  const demand = demandOf(question);
  const ranked = rankedSentences(passages, demand);
  const [best] = ranked;
  if (!best) return [];
  const enumeration = demand === 'list' ? enumerationAround(best, passages) : [];
  if (enumeration.length > 1 && enumeration.length <= LONGEST_ENUMERATION) return enumeration;

  const answers = answersToParts(forms, ranked);
  const worthy = ranked.filter(({ score }) => score >= WORTH_QUOTING * best.score);
  return withAntecedent([...new Set([...answers, ...worthy])], passages).slice(0, SENTENCES_QUOTED);
}

/** The best sentence for each question that was asked at once: none of them is left without an answer. */
function answersToParts(forms: Retrieval['forms'], ranked: readonly RankedSentence[]): RankedSentence[] {
  const parts = forms.filter((form) => form.kind === 'part');
  return parts.flatMap(({ passages, query }) => {
    const [found] = rankedSentences(passages, demandOf(query.text));
    if ((passages[0]?.score ?? 0) < SURE_OF_PART) return [];
    return ranked.filter(
      ({ sentence, passage }) => passage === found?.passage && sentence === found?.sentence,
    );
  });
}

/** Sentences by likelihood. A run-in title's likelihood passes to the sentence after it. */
function rankedSentences(passages: readonly RankedPassage[], demand: Demand): RankedSentence[] {
  return passages
    .slice(0, PASSAGES_CONSIDERED)
    .flatMap(({ sentences }) =>
      sentences.flatMap((ranked, at) => {
        if (ranked.sentence.isTitle) return [];
        const before = sentences[at - 1];
        const inherited = before?.sentence.isTitle && samePlace(before, ranked) ? before.score : 0;
        const steer = carries(ranked.sentence.text, demand) ? CARRIES_WHAT_IS_ASKED : 1;
        return [{ ...ranked, score: steer * Math.max(ranked.score, inherited) }];
      }),
    )
    .sort((a, b) => b.score - a.score);
}

/** Puts before the best sentence the one that it leans on, where it opens with a pronoun or “that year”. */
function withAntecedent(
  chosen: readonly RankedSentence[],
  passages: readonly RankedPassage[],
): RankedSentence[] {
  const [best, ...others] = chosen;
  if (!best || !LEANS_BACK.test(best.sentence.text)) return [...chosen];
  const sentences = passages.find(({ passage }) => passage === best.passage)?.sentences ?? [];
  const at = sentences.findIndex(({ sentence }) => sentence.address === best.sentence.address);
  const before = sentences[at - 1];
  if (!before || before.sentence.isTitle || !samePlace(before, best)) return [...chosen];
  const rest = others.filter(({ sentence }) => sentence.address !== before.sentence.address);
  return [best, { ...before, score: best.score }, ...rest];
}

function samePlace(a: RankedSentence, b: RankedSentence): boolean {
  return (
    splitSentenceAddress(a.sentence.address).paragraph === splitSentenceAddress(b.sentence.address).paragraph
  );
}
