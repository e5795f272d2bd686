import { readingUrl, splitSentenceAddress } from '../report/place.ts';
import type { RankedSentence } from '../retrieval/retriever.ts';
import type { Citation } from './answer.ts';

/** Consecutive sentences of one paragraph, quoted as one. */
export interface Quotation {
  readonly sentences: readonly RankedSentence[];
  /** Of its best sentence. */
  readonly score: number;
}

/** Joins chosen sentences that follow one another in a paragraph; best first. */
export function quotationsOf(chosen: readonly RankedSentence[]): Quotation[] {
  const runs: RankedSentence[][] = [];
  for (const sentence of [...chosen].sort(inReadingOrder)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, sentence)) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs
    .map((sentences) => ({ sentences, score: Math.max(...sentences.map((sentence) => sentence.score)) }))
    .sort((a, b) => b.score - a.score);
}

/** @param titles report titles by id */
export function citationOf(
  { sentences }: Quotation,
  id: number,
  titles: ReadonlyMap<string, string>,
): Citation {
  const first = sentences[0];
  const last = sentences.at(-1);
  if (!first || !last) throw new Error('A quotation without a sentence cannot be cited');
  const { passage, sentence } = first;
  const { paragraph, sentence: firstNumber } = splitSentenceAddress(sentence.address);
  const place = { paragraph, sentences: { first: firstNumber, last: numberOf(last) } };
  return {
    id,
    report: titles.get(passage.reportId) ?? '',
    chapter: passage.chapter,
    chapterTitle: passage.chapterTitle,
    section: passage.section,
    paragraph: sentence.paragraph,
    quote: quoteOf(sentences),
    ...(sentence.attribution && { speaker: sentence.attribution.replace(/^—+/, '') }),
    url: readingUrl(passage.reportId, place),
  };
}

function quoteOf(sentences: readonly RankedSentence[]): string {
  return sentences.map(({ sentence }) => sentence.text).join('');
}

function follows(before: RankedSentence, after: RankedSentence): boolean {
  return (
    before.passage.reportId === after.passage.reportId &&
    splitSentenceAddress(before.sentence.address).paragraph ===
      splitSentenceAddress(after.sentence.address).paragraph &&
    numberOf(after) === numberOf(before) + 1
  );
}

function numberOf({ sentence }: RankedSentence): number {
  return splitSentenceAddress(sentence.address).sentence;
}

/** Reports by id, then the addresses' numbers: `c1-s2-p10.1` after `c1-s2-p9.3`. */
function inReadingOrder(a: RankedSentence, b: RankedSentence): number {
  const byReport = a.passage.reportId.localeCompare(b.passage.reportId);
  return byReport || a.sentence.address.localeCompare(b.sentence.address, 'en', { numeric: true });
}
