import { z } from 'zod';
import { evidenceSource } from '../answer/guard/evidence.ts';
import { Guard, type Verdict } from '../answer/guard/guard.ts';
import type { Lexicon } from '../answer/guard/lexicon.ts';
import type { PassageIndex } from '../passage-index/open.ts';
import type { RankedPassage } from '../retrieval/retriever.ts';
import { languageOf } from '../text/language.ts';
import { DAMAGES, type Damage, type DamagedAnswer, damaged } from './damaged-answers.ts';
import { type FaithfulAnswer, type FaithfulKind, faithfulAnswer } from './faithful-answers.ts';
import { randomFrom } from './random.ts';

/** A guard's verdict on an answer that is known to be true or false. */
export interface Trial<Answer extends FaithfulAnswer> {
  readonly answer: Answer;
  readonly verdict: Verdict;
  readonly right: boolean;
  /** Milliseconds that the check took. */
  readonly took: number;
}

const handWritten = z.object({ text: z.string(), from: z.array(z.string()).min(1) });
/** Passages that are shown beside those that a hand-written answer cites. */
const BYSTANDERS = 6;

/** The passages of an index as if a search had found them all. */
export function shownPassages({ passages }: Pick<PassageIndex, 'passages'>): RankedPassage[] {
  return passages.map((passage, position) => ({
    passage,
    score: 0,
    evidence: { passage: position, similarity: 0, keywords: 0, sentences: [] },
    sentences: passage.sentences.map((sentence) => ({ sentence, passage, score: 0 })),
  }));
}

/**
 * Answers written by hand, a JSON object a line: `text` with [n], `from` with the beginnings of the sentences
 * that they cite.
 * @throws Error when no passage holds such a beginning
 */
export function handWrittenAnswers(passages: readonly RankedPassage[], lines: string): FaithfulAnswer[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const { text, from } = handWritten.parse(JSON.parse(line));
      const cited = from.map((beginning) => {
        const found = passages.find(({ passage }) => passage.text.includes(beginning));
        if (!found) throw new Error(`No passage holds “${beginning}”`);
        return found;
      });
      const others = passages.filter((passage) => !cited.includes(passage)).slice(0, BYSTANDERS);
      return { kind: 'by hand', text, passages: [...cited, ...others], cited: cited.length };
    });
}

const KINDS = ['quotation', 'own words', 'reworded', 'joined'] as const;

/** As many true answers as are wanted, the kinds in turn; the same for a seed. */
export function faithfulAnswers(
  passages: readonly RankedPassage[],
  count: number,
  seed: number,
): FaithfulAnswer[] {
  const random = randomFrom(seed);
  const answers = new Map<string, FaithfulAnswer>();
  for (let turn = 0; answers.size < count && turn < count * 100; turn++) {
    const kind = KINDS[answers.size % KINDS.length] ?? 'own words';
    const answer = faithfulAnswer(kind, passages, random);
    if (answer) answers.set(answer.text, answer);
  }
  return [...answers.values()];
}

/** As many false ones, the damages in turn. */
export function damagedAnswers(
  passages: readonly RankedPassage[],
  count: number,
  seed: number,
): DamagedAnswer[] {
  const random = randomFrom(seed);
  const answers = new Map<string, DamagedAnswer>();
  for (let turn = 0; answers.size < count && turn < count * 1000; turn++) {
    const damage = DAMAGES[answers.size % DAMAGES.length] ?? 'digit';
    const kind = damage === 'quotation' ? 'quotation' : KINDS[turn % KINDS.length];
    const faithful = kind && faithfulAnswer(kind, passages, random);
    const answer = faithful && damaged(faithful, damage, random);
    if (answer) answers.set(answer.text, answer);
  }
  return [...answers.values()];
}

/** Right when the sentence is shown as it was written, with the citations that it came with. */
export function tryFaithful(answer: FaithfulAnswer, lexicon: Lexicon): Trial<FaithfulAnswer> {
  const { verdict, took } = checked(answer, lexicon);
  return { answer, verdict, took, right: verdict.kind === 'shown' && !verdict.repaired };
}

/** Right when the sentence is not shown; one with another's citation may be shown with its own. */
export function tryDamaged(answer: DamagedAnswer, lexicon: Lexicon): Trial<DamagedAnswer> {
  const { verdict, took } = checked(answer, lexicon);
  const right = verdict.kind !== 'shown' || (answer.damage === 'citation' && citesItsOwn(answer, verdict));
  return { answer, verdict, took, right };
}

function checked(answer: FaithfulAnswer, lexicon: Lexicon): { verdict: Verdict; took: number } {
  const sources = answer.passages.map((ranked, at) => evidenceSource(at + 1, ranked));
  const language = languageOf(answer.text.replace(/\[\d\]/gu, ''));
  const guard = new Guard({ sources, lexicon, titles: new Map(), language });
  const started = performance.now();
  const verdict = guard.check(answer.text);
  return { verdict, took: performance.now() - started };
}

/** A sentence may stand in two passages; what counts is that the citation quotes it. */
function citesItsOwn(answer: FaithfulAnswer, verdict: Extract<Verdict, { kind: 'shown' }>): boolean {
  const own = answer.passages[0]?.passage.sentences.map(({ text }) => text) ?? [];
  return verdict.citations.every(({ quote }) =>
    own.some((text) => quote.includes(text) || text.includes(quote)),
  );
}

export type TrialTable = Map<Damage | FaithfulKind, { right: number; all: number }>;

export function tally<Answer extends FaithfulAnswer>(
  trials: readonly Trial<Answer>[],
  rowOf: (answer: Answer) => Damage | FaithfulKind,
): TrialTable {
  const table: TrialTable = new Map();
  for (const { answer, right } of trials) {
    const row = table.get(rowOf(answer)) ?? { right: 0, all: 0 };
    table.set(rowOf(answer), { right: row.right + Number(right), all: row.all + 1 });
  }
  return table;
}
