// Words that models put before a source's number: [来源1], [source 2], [ID:1], [Источник 3], [doc_4].
const LABEL =
  '(?:source|src|passage|doc(?:ument)?|ref(?:erence)?|cit(?:e|ation)?|chunk|id|no|p|来源|资料|段落|引用|参考|片段|文献|出处|见|источник|ист|отрывок|см|#|\\^|№)?';
const NUMBERS = `\\d{1,4}(?:\\s*(?:[-–—~～至到]|[,，、;；|/&+]|and|和|и|\\s)\\s*${LABEL}[\\s:_：.]*\\d{1,4})*`;
const INSIDE = `\\s*${LABEL}[\\s:_：.]*(${NUMBERS})\\s*(?:†[^\\]】]*)?`;
const BRACKETED = new RegExp(
  `[\\[［【〔⟦]{1,2}${INSIDE}[\\]］】〕⟧]{1,2}(?:\\((?:[^()\\s]*)\\))?|<(?:sup|cite|ref)[^>]*>[\\s[]*(${NUMBERS})[\\]\\s]*</(?:sup|cite|ref)>`,
  'giu',
);
const ROUND = new RegExp(
  `[（(]\\s*${LABEL}[\\s:_：.]*(\\d{1,2}(?:\\s*[,，、–-]\\s*\\d{1,2})*)\\s*[）)]`,
  'giu',
);
const CIRCLED = /[①-⑳⁰¹²³⁴-⁹]+/gu;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** What is left of （见[3]）. */
const EMPTY_BRACKETS = /[（([【]\s*(?:参?见|来源|引自|see|source|см\.?|источник)?\s*[:：]?\s*[）)\]】]/giu;
/** More than any answer cites in one place: [1-9999] is no list of sources. */
const LONGEST_RANGE = 20;

export interface MarkedText {
  /** Without the markers. */
  readonly text: string;
  /** The ids that they named, in order, each once. */
  readonly ids: readonly number[];
}

/**
 * Takes the citation markers out of a sentence, in any of the shapes that models give them.
 */
export function readMarkers(sentence: string): MarkedText {
  const ids: number[] = [];
  const take = (numbers: string) => {
    ids.push(...idsIn(numbers));
    return '';
  };
  let text = sentence
    .replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
    .replace(BRACKETED, (_, inside?: string, tagged?: string) => take(inside ?? tagged ?? ''))
    .replace(CIRCLED, (signs) => take([...signs].map(circledValue).join(',')));
  text = text.replace(ROUND, (_, inside: string) => take(inside)).replace(EMPTY_BRACKETS, '');
  return { text: tidy(text), ids: [...new Set(ids)] };
}

/** Whether a text is, from its beginning, nothing but markers and the white space between them. */
export function isOnlyMarkers(text: string): boolean {
  return text.trim() !== '' && readMarkers(text).text.trim() === '';
}

function idsIn(numbers: string): number[] {
  const parts = numbers.split(/(?:[,，、;；|/&+]|and|和|и)/u);
  return parts.flatMap((part) => {
    const [first, last] = part
      .split(/[-–—~～至到]/u)
      .map((end) => Number(/\d+/.exec(end)?.[0] ?? Number.NaN));
    if (first === undefined || Number.isNaN(first)) return [];
    if (last === undefined || Number.isNaN(last)) return (part.match(/\d+/g) ?? []).map(Number);
    const length = Math.min(Math.max(last - first + 1, 0), LONGEST_RANGE);
    return Array.from({ length }, (_, at) => first + at);
  });
}

function circledValue(sign: string): number {
  const superscript = SUPERSCRIPTS.indexOf(sign);
  return superscript >= 0 ? superscript : (sign.codePointAt(0) ?? 0) - 0x245f;
}

/** No space is left where a marker stood before a full stop. */
function tidy(text: string): string {
  return text.replace(/[ \t]+(?=[。．.!?！？，,；;：:])/gu, '').replace(/[ \t]{2,}/g, ' ');
}
