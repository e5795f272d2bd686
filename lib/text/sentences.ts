import { type Span, spansEndingAt } from './spans.ts';

// Closing marks that follow a sentence's end belong to that sentence: “……可以成功。”
const CLOSING = '[”’」』）)》"]*';
const SENTENCE_END = new RegExp(`[。！？!?]+${CLOSING}|\\n+`, 'g');
const CLAUSE_END = new RegExp(`[；;]${CLOSING}|……`, 'g');
const COMPLETE = new RegExp(`[。！？!?]${CLOSING}$`);

/** A text's sentences as spans that cover it without a gap. A line break ends a sentence too. */
export function sentenceSpans(text: string): Span[] {
  return spansEndingAt(text, endsOf(SENTENCE_END, text));
}

/** The parts of a sentence between semicolons (；) or around an ellipsis: each could stand by itself. */
export function clauseSpans(sentence: string): Span[] {
  return spansEndingAt(sentence, endsOf(CLAUSE_END, sentence));
}

/** Whether a text ends where a sentence ends. */
export function endsSentence(text: string): boolean {
  return COMPLETE.test(text);
}

function endsOf(pattern: RegExp, text: string): number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
}
