import { isOnlyMarkers, readMarkers } from './markers.ts';

/** Characters. A “sentence” that goes on for longer is none. */
const LONGEST_SENTENCE = 800;

const OPENING = '“「『«《';
const CLOSING = '”」』»》';
/** What may follow a sentence's end and still belong to it. */
const TRAIL = /^[”’」』»）)》"'*_]*/u;
/** ？！ is one end; a picture, ![…](…), begins with a sign that looks like one. */
const END = /[。！？?…]+(?:!+(?![![]))?|!+(?![![])|\n|\.(?=[\s”"»'*_）)［[【〔⟦（(<]|$)/gu;
/** A point after these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(«“"])(?:No|St|Mr|Mrs|Ms|Dr|Prof|vs|cf|e\.g|i\.e|U\.S|U\.N|approx|ca|Inc|Ltd|Co|[A-Z]|[А-Я]|г|гг|в|вв|т\.\s?е|т\.\s?д|т\.\s?п|т|д|п|см|им|млн|млрд|трлн|тыс|руб|долл|кв|куб|рис|стр)$/u;

/** What may be a citation marker, at the beginning of a text, whole. */
const MARKER =
  /^[ \t]*(?:<(sup|cite|ref)[^>]*>[^<]{1,24}<\/\1>|[（(][^（()）]{0,6}[[【][^\]】]{1,24}[\]】][^)）]{0,3}[)）]|[[［【〔⟦（(][^\]］】〕⟧）)\n]{1,40}[\]］】〕⟧）)]+(?:\([^()\s]*\))?|[①-⑳⁰¹²³⁴-⁹])/u;
/** The same, cut off. A bracket that goes on for longer is part of a sentence. */
const UNFINISHED_MARKER =
  /^\s*(?:[[［【〔⟦][^\]］】〕⟧]{0,24}|[（(][^（()）[]{0,6}(?:\[[^()（）]{0,24})?|\(h[^)\s]{0,300}|<\/?[a-z]{0,4}(?:>[^<]{0,24}(?:<[^>]{0,6})?)?)$/iu;

/** Cuts a stream of text into sentences, markers that follow a full stop included. */
export class SentenceBuffer {
  #text = '';

  /** @returns the sentences that are certainly whole: what follows them has begun */
  push(piece: string): string[] {
    this.#text += piece;
    const sentences: string[] = [];
    for (let end = this.#endOfFirst(); end !== undefined; end = this.#endOfFirst()) {
      sentences.push(this.#text.slice(0, end));
      this.#text = this.#text.slice(end);
    }
    return sentences;
  }

  /** What is left, if it reads as a whole sentence and is cited: nothing more has come for a moment. */
  settle(): string[] {
    const end = sentenceEnd(this.#text);
    const rest = end === undefined ? undefined : this.#text.slice(end);
    // 94. could become 94.8; a sentence without a marker may still be given one.
    if (rest === undefined || /\d\.$/.test(this.#text) || readMarkers(this.#text).ids.length === 0) return [];
    return rest.trim() === '' || isOnlyMarkers(rest) ? this.flush() : [];
  }

  /** What is left, whole or not. */
  flush(): string[] {
    const text = this.#text;
    this.#text = '';
    return text.trim() === '' ? [] : [text];
  }

  /** Where the first sentence ends with its markers; undefined while more of them could come. */
  #endOfFirst(): number | undefined {
    const end = sentenceEnd(this.#text);
    if (end === undefined) return this.#text.length > LONGEST_SENTENCE ? this.#text.length : undefined;
    const rest = this.#text.slice(end);
    const markers = markersAtStart(rest);
    const following = rest.slice(markers);
    // A line that has ended takes no more markers.
    if (/^\s*$/u.test(following)) return /\n/.test(following) ? this.#text.length : undefined;
    if (UNFINISHED_MARKER.test(following)) return undefined;
    return end + markers;
  }
}

function sentenceEnd(text: string): number | undefined {
  for (const { index, 0: sign } of text.matchAll(END)) {
    const before = text.slice(0, index);
    if (before.trim() === '') continue;
    const end = index + sign.length;
    if (sign === '\n') return end;
    if (insideQuotation(before) && !closesQuotation(text.slice(end))) continue;
    if (sign === '.' && (ABBREVIATION.test(before) || /^\s*\d{1,2}$/.test(before))) continue;
    return end + (TRAIL.exec(text.slice(end))?.[0].length ?? 0);
  }
  return undefined;
}

/** Two sentences quoted together stay together: 他说：“一。二。” */
function insideQuotation(before: string): boolean {
  let depth = 0;
  let straight = 0;
  for (const character of before) {
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (character === '"') straight++;
  }
  return depth > 0 || straight % 2 === 1;
}

function closesQuotation(after: string): boolean {
  return /^[’'）)]*[”」』»"]/u.test(after);
}

function markersAtStart(text: string): number {
  let length = 0;
  for (let marker = MARKER.exec(text); marker; marker = MARKER.exec(text.slice(length))) {
    if (!isOnlyMarkers(marker[0])) break;
    length += marker[0].length;
  }
  return length;
}

/** Milliseconds that a whole sentence is kept back for markers that may follow its full stop. */
const MARKER_GRACE = 20;

/** The sentences of a text that comes in pieces, each as soon as it is whole. */
export async function* sentencesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  const iterator = pieces[Symbol.asyncIterator]();
  const buffer = new SentenceBuffer();
  for (;;) {
    const next = iterator.next();
    const grace = Promise.withResolvers<undefined>();
    const timer = setTimeout(grace.resolve, MARKER_GRACE);
    const arrived = await Promise.race([next, grace.promise]).finally(() => clearTimeout(timer));
    if (!arrived) yield* buffer.settle();
    const { done, value } = arrived ?? (await next);
    if (done) break;
    yield* buffer.push(value);
  }
  yield* buffer.flush();
}
