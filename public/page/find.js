// @ts-check

/** Elements whose text is the report's own; what the page adds to them (¶) is in links. */
const BLOCKS = 'h1, h2, h3, h4, p, blockquote, figcaption';
const ADDED = 'a';

/**
 * Every place in the report that has these words; full-width forms and letter case make no difference.
 * @param {string} words
 */
export function findInReport(words) {
  const wanted = folded(words.trim());
  const report = document.getElementById('report');
  if (wanted === '' || !report) return [];
  return Array.from(report.querySelectorAll(BLOCKS)).flatMap((block) => rangesIn(block, wanted));
}

/**
 * Marks the matches without touching the text, and brings the current one into view.
 * @param {readonly Range[]} matches
 * @param {number} current
 */
export function showMatches(matches, current) {
  const now = matches[current];
  if ('highlights' in CSS) {
    CSS.highlights.clear();
    CSS.highlights.set('found', new Highlight(...matches));
    if (now) CSS.highlights.set('found-current', new Highlight(now));
  }
  if (!now) return;
  const { top, bottom } = now.getBoundingClientRect();
  scrollBy({ top: (top + bottom) / 2 - innerHeight / 2 });
}

/**
 * @param {Element} block
 * @param {string} wanted
 */
function rangesIn(block, wanted) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(ADDED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {{ node: Text, start: number }[]} */
  const nodes = [];
  let text = '';
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const ranges = [];
  const searched = folded(text);
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    ranges.push(rangeOf(nodes, at, at + wanted.length));
  }
  return ranges;
}

/**
 * @param {readonly { node: Text, start: number }[]} nodes
 * @param {number} start
 * @param {number} end
 */
function rangeOf(nodes, start, end) {
  const range = new Range();
  const first = nodes.findLast((entry) => entry.start <= start);
  const last = nodes.findLast((entry) => entry.start < end);
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}

/**
 * One character stays one character, so that places in the folded text are places in the text.
 * @param {string} text
 */
function folded(text) {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase();
}
