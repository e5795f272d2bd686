import type { RankedPassage, RankedSentence } from '../retrieval/retriever.ts';

const SUB_POINT = /^——/;
const PARAGRAPH_NUMBER = /^(.*-p)(\d+)\.1$/;

/**
 * The sub-points that stand in a row with a sentence, when each is one sentence without a title: an enumeration
 * that only answers as a whole. Empty when the sentence is no such sub-point.
 */
export function enumerationAround(
  best: RankedSentence,
  passages: readonly RankedPassage[],
): RankedSentence[] {
  const [, prefix, number] = PARAGRAPH_NUMBER.exec(best.sentence.address) ?? [];
  if (prefix === undefined || !isSubPoint(best)) return [];
  const byAddress = new Map(
    passages
      .filter(({ passage }) => passage.reportId === best.passage.reportId)
      .flatMap(({ sentences }) =>
        sentences.map((sentence) => [sentence.sentence.address, sentence] as const),
      ),
  );
  const subPointAt = (paragraph: number) => {
    const found = byAddress.get(`${prefix}${paragraph}.1`);
    return found && isSubPoint(found) ? found : undefined;
  };
  let first = Number(number);
  while (subPointAt(first - 1)) first--;
  const row: RankedSentence[] = [];
  for (let at = first, found = subPointAt(at); found; found = subPointAt(++at))
    row.push({ ...found, score: best.score });
  return row;
}

function isSubPoint({ sentence }: RankedSentence): boolean {
  return SUB_POINT.test(sentence.text) && !sentence.isTitle;
}
