/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Cuts a text after each position in `ends`. The spans cover the text without gap or overlap. */
export function spansEndingAt(text: string, ends: Iterable<number>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    if (end > start) {
      spans.push({ start, end });
      start = end;
    }
  }
  return spans;
}
