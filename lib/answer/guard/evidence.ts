import type { RankedPassage, RankedSentence } from '../../retrieval/retriever.ts';
import { normalise } from '../../text/normalise.ts';
import { searchTokens } from '../../text/tokenise.ts';
import { isInstruction } from './instructions.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

/** A sentence of the report, in the forms in which claims are compared with it. */
export interface EvidenceSentence {
  readonly ranked: RankedSentence;
  /** Normalised. */
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  /** Its parts between commas, each with what it holds. */
  readonly clauses: readonly EvidenceClause[];
  /** The sentences before it in its passage, nearest first. */
  readonly before: readonly EvidenceSentence[];
}

export interface EvidenceClause {
  /** Normalised. */
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
}

/** A passage that was shown to the model under an id. */
export interface EvidenceSource {
  readonly id: number;
  readonly sentences: readonly EvidenceSentence[];
  /** Normalised: report text, headings and whoever is quoted. */
  readonly context: string;
  /** Normalised, letters and digits only: what quotations are looked up in. */
  readonly letters: string;
  /** The same of its headings. */
  readonly headings: string;
}

const prepared = new WeakMap<RankedPassage['passage'], Omit<EvidenceSource, 'id'>>();

/** From a sentence that speaks to a model on, a passage proves nothing. Prepared once for each passage of an edition. */
export function evidenceSource(id: number, ranked: RankedPassage): EvidenceSource {
  const known = prepared.get(ranked.passage) ?? prepare(ranked);
  prepared.set(ranked.passage, known);
  return { id, ...known };
}

function prepare({ passage, sentences }: RankedPassage): Omit<EvidenceSource, 'id'> {
  const scores = new Map(sentences.map((ranked) => [ranked.sentence, ranked.score]));
  const before: EvidenceSentence[] = [];
  const told = passage.sentences.findIndex(({ text }) => isInstruction(text));
  const believed = told < 0 ? passage.sentences : passage.sentences.slice(0, told);
  for (const sentence of believed) {
    const ranked = { sentence, passage, score: scores.get(sentence) ?? 0 };
    before.push({ ranked, ...compared(sentence.text), before: [...before].reverse() });
  }
  const attributions = passage.sentences.map((sentence) => sentence.attribution ?? '');
  const { chapter, chapterTitle, section } = passage;
  const text = believed.map((sentence) => sentence.text).join('');
  return {
    sentences: before,
    context: normalise([chapter, chapterTitle, section, text, ...attributions].join('\n')),
    headings: lettersOf([chapter, chapterTitle, section].join('\n')),
    letters: lettersOf([...attributions, text].join('\n')),
  };
}

function compared(text: string): Pick<EvidenceSentence, 'text' | 'tokens' | 'quantities' | 'clauses'> {
  const clauses = text.split(/[，；：,;]/u).map((clause) => ({
    text: normalise(clause),
    tokens: new Set(searchTokens(clause)),
    quantities: quantitiesIn(clause),
  }));
  return {
    text: normalise(text),
    tokens: new Set(searchTokens(text)),
    quantities: quantitiesIn(text),
    clauses,
  };
}

/** White space, width and punctuation make no difference to a quotation; letters and digits do. */
export function lettersOf(text: string): string {
  // A point or comma between digits is no punctuation: 7.2 is not 72.
  return normalise(text).replace(/(?<!\d)[^\p{L}\p{N}\n]|[^\p{L}\p{N}\n](?!\d)/gu, '');
}
