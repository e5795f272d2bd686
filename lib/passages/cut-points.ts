import { clauseSpans, sentenceSpans } from '../text/sentences.ts';
import { type Span, textOf } from '../text/spans.ts';
import { words } from '../text/tokenise.ts';

/** A place where a text may be cut, and how much a reader would mind. */
export interface CutPoint {
  readonly offset: number;
  readonly penalty: number;
}

// Penalties are relative to the cost of a passage's length (chinese-text-splitter.ts), where a passage half as
// long as wanted costs 25. The order is what matters: paragraphs, sentences, clauses, phrases, words.
const PENALTY = {
  paragraph: 0,
  sentence: 4,
  clause: 12,
  phrase: 40,
  word: 120,
  withinQuotation: 30,
} as const;

const PHRASE_END = /[，,、：:）)》]+/g;
const NUMERIC_END = /[\d%％.．〇一二三四五六七八九十百千万亿第约近超]$/;

/**
 * Every place where a text may be cut, in order, the end included. Sentences up to `longest` characters stay
 * whole; longer ones may be cut at clauses, phrases and, at worst, between words, but never within a word or
 * between a number and its unit.
 */
export function cutPoints(text: string, longest: number): CutPoint[] {
  const depths = quotationDepths(text);
  return sentenceSpans(text).flatMap((sentence) => {
    const points = new Map<number, number>();
    if (sentence.end - sentence.start > longest) {
      for (const offset of wordEnds(text, sentence)) points.set(offset, PENALTY.word);
      for (const offset of phraseEnds(text, sentence)) points.set(offset, PENALTY.phrase);
      for (const offset of clauseEnds(text, sentence)) points.set(offset, PENALTY.clause);
    }
    points.set(sentence.end, endsParagraph(text, sentence) ? PENALTY.paragraph : PENALTY.sentence);
    return [...points]
      .sort(([a], [b]) => a - b)
      .map(([offset, penalty]) => ({ offset, penalty: penalty + quotationPenalty(depths, offset) }));
  });
}

function endsParagraph(text: string, sentence: Span): boolean {
  return sentence.end === text.length || text[sentence.end] === '\n' || text[sentence.end - 1] === '\n';
}

function clauseEnds(text: string, sentence: Span): number[] {
  return clauseSpans(textOf(text, sentence)).map((clause) => sentence.start + clause.end);
}

function phraseEnds(text: string, sentence: Span): number[] {
  return Array.from(
    textOf(text, sentence).matchAll(PHRASE_END),
    (match) => sentence.start + match.index + match[0].length,
  ).filter((offset) => !isWithinNumber(text, offset));
}

/** `1,234`, `3：1`, `10:30`: marks that end a phrase elsewhere. */
function isWithinNumber(text: string, offset: number): boolean {
  return /^\d[,:：]\d$/.test(text.slice(offset - 2, offset + 1));
}

function wordEnds(text: string, sentence: Span): number[] {
  const ends: number[] = [];
  let offset = sentence.start;
  for (const word of words(textOf(text, sentence))) {
    offset += word.length;
    const joins = NUMERIC_END.test(word) || isWithinNumber(text, offset);
    if (!joins && offset < sentence.end) ends.push(offset);
  }
  return ends;
}

function quotationPenalty(depths: Uint8Array, offset: number): number {
  return depths[offset] ? PENALTY.withinQuotation : 0;
}

/**
 * For each offset whether it stands inside a quotation. Marks are paired within their paragraph, and one
 * without its partner counts for nothing: reports have such errors.
 */
function quotationDepths(text: string): Uint8Array {
  const inside = new Uint8Array(text.length + 1);
  for (const match of text.matchAll(/“[^“”\n]*”|‘[^‘’\n]*’|《[^《》\n]*》/g)) {
    inside.fill(1, match.index + 1, match.index + match[0].length);
  }
  return inside;
}
