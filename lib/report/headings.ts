import { withoutWhitespace } from '../text/normalise.ts';
import { endsSentence } from '../text/sentences.ts';

// A heading is one line; anything longer that begins like one is a paragraph.
const LONGEST_HEADING = 40;
// `1. 全球经济复苏乏力背景下，单边主义、贸易保护主义带来进一步风险冲击。` has 37 characters.
const LONGEST_SUB_HEADING = 60;
// `——中国国家主席习近平` has 11; an office and a name seldom exceed this.
const LONGEST_ATTRIBUTION = 30;

const NUMERAL = '[一二三四五六七八九十百零〇\\d]+';
const CHAPTER = new RegExp(`^(第${NUMERAL}(?:[章编篇]|部分?))[：:、.]?(.*)$`);
const SECTION = new RegExp(`^[一二三四五六七八九十百]+、.+$|^第${NUMERAL}节.*$`);
const SUB_HEADING = /^(\d{1,2}[.．、]\s*\D|[（(][一二三四五六七八九十]+[）)]).*$/;
const CONTENTS = /^目录$|^目次$|^contents$/i;
const CONTENTS_ENTRY = /^(.+?)[.．…·\s]*\t\s*\d+\s*$/;
const UNNUMBERED =
  /^(序言|序|前言|引言|导言|导论|绪论|摘要|内容提要|结语|结论|结束语|余论|后记|附录.{0,20}|致谢|编写说明|编写说明与致谢|参考文献)$/;

/** What a line of the body is a heading of, given alone on its line. */
export interface ChapterHeading {
  readonly label: string;
  /** Empty when the title follows on a line of its own, or when there is none. */
  readonly title: string;
  readonly numbered: boolean;
}

export function isContentsHeading(line: string): boolean {
  return CONTENTS.test(withoutWhitespace(line));
}

/** The heading that a line of the table of contents repeats, or undefined if it is not such a line. */
export function contentsEntry(line: string): string | undefined {
  const match = CONTENTS_ENTRY.exec(line);
  return match?.[1] === undefined ? undefined : withoutWhitespace(match[1]);
}

/**
 * Printed headings carry stray spaces (`序 言`) and now and then a full-width hyphen for the dash.
 * `unnumberedTitles` are those that the table of contents lists.
 */
export function chapterHeading(
  line: string,
  unnumberedTitles: ReadonlySet<string>,
): ChapterHeading | undefined {
  const text = headingText(line);
  if (text.length > LONGEST_HEADING || endsSentence(text)) return undefined;
  const numbered = CHAPTER.exec(text);
  if (numbered) return { label: numbered[1] ?? '', title: numbered[2] ?? '', numbered: true };
  if (UNNUMBERED.test(text) || unnumberedTitles.has(text)) return { label: text, title: '', numbered: false };
  return undefined;
}

/** What may follow a chapter's number on a line of its own: a sentence or a long line is a paragraph. */
export function isChapterTitle(line: string): boolean {
  const text = withoutWhitespace(line);
  return text.length <= LONGEST_HEADING && !endsSentence(text);
}

export function isSectionHeading(line: string): boolean {
  const text = withoutWhitespace(line);
  return text.length <= LONGEST_HEADING && SECTION.test(text) && !/[。；！？，]$/.test(text);
}

/** A third level (`1. …`), which may end like a sentence. */
export function isSubHeading(line: string): boolean {
  return line.length <= LONGEST_SUB_HEADING && SUB_HEADING.test(line) && sentenceEnds(line) <= 1;
}

export function isAttribution(line: string): boolean {
  return /^(——|—)[^，。；！？：]+$/.test(line) && line.length <= LONGEST_ATTRIBUTION;
}

export function isSubPoint(line: string): boolean {
  return line.startsWith('——');
}

/** A heading as it is shown: without spaces, the full-width hyphen as the dash that the body uses. */
export function headingText(line: string): string {
  return withoutWhitespace(line).replaceAll('\uFF0D', '\u2014');
}

function sentenceEnds(line: string): number {
  return line.match(/[。！？]/g)?.length ?? 0;
}
