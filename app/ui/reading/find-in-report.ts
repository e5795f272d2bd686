import { REPORT_ARTICLE_ID } from './report-article-id.ts';

/** Elements whose text is the report's own; what the page adds to them (¶) is in none. */
const BLOCKS = 'h1, h2, h3, h4, p, blockquote, figcaption';
const ADDED = 'a';

/** Every place in the report that has these words; full-width forms and letter case make no difference. */
export function findInReport(words: string): Range[] {
  const wanted = folded(words.trim());
  const report = document.getElementById(REPORT_ARTICLE_ID);
  if (wanted === '' || !report) return [];
  return Array.from(report.querySelectorAll(BLOCKS)).flatMap((block) => rangesIn(block, wanted));
}

/** Marks the matches without touching the text, and brings the current one into view. Returns what unmarks. */
export function showMatches(matches: readonly Range[], current: number): () => void {
  const now = matches[current];
  if (!now || !('highlights' in CSS)) return () => {};
  CSS.highlights.set('found', new Highlight(...matches));
  CSS.highlights.set('found-current', new Highlight(now));
  const { top, bottom } = now.getBoundingClientRect();
  scrollBy({ top: (top + bottom) / 2 - innerHeight / 2 });
  return () => CSS.highlights.clear();
}

function rangesIn(block: Element, wanted: string): Range[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(ADDED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const ranges: Range[] = [];
  const searched = folded(text);
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    ranges.push(rangeOf(nodes, at, at + wanted.length));
  }
  return ranges;
}

function rangeOf(nodes: readonly { node: Text; start: number }[], start: number, end: number): Range {
  const range = new Range();
  const first = nodes.findLast((entry) => entry.start <= start);
  const last = nodes.findLast((entry) => entry.start < end);
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}

/** One character stays one character, so that places in the folded text are places in the text. */
function folded(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, narrow).toLowerCase();
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}
