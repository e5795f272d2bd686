import { TextSplitter, type TextSplitterParams } from '@langchain/textsplitters';
import { type Span, spansEndingAt, textOf } from '../text/spans.ts';
import { type CutPoint, cutPoints } from './cut-points.ts';

// A passage of half the wanted length costs 25, as much as six sentence ends that are no paragraph's end.
const LENGTH_WEIGHT = 100;

/**
 * Cuts Chinese text the way a reader would: between paragraphs, else sentences, else clauses, phrases, words.
 * Among all ways to cut the text into chunks of at most `chunkSize` characters it takes the one whose chunks
 * come nearest to that size and whose cuts disturb least (a shortest path, as in Knuth and Plass, “Breaking
 * paragraphs into lines”, 1981). Deterministic; the chunks do not overlap.
 */
export class ChineseTextSplitter extends TextSplitter {
  constructor(fields: Pick<TextSplitterParams, 'chunkSize'>) {
    super({ ...fields, chunkOverlap: 0, keepSeparator: true });
  }

  async splitText(text: string): Promise<string[]> {
    return this.splitSpans(text).map((span) => textOf(text, span).trim());
  }

  /** The chunks as spans that cover the text, so that whoever cuts can tell which sentences a chunk holds. */
  splitSpans(text: string): Span[] {
    const points = cutPoints(text, this.chunkSize);
    return spansEndingAt(text, cheapestCuts(points, this.chunkSize));
  }
}

interface Path {
  readonly cost: number;
  readonly offset: number;
  readonly previous?: Path;
}

function cheapestCuts(points: readonly CutPoint[], size: number): number[] {
  const paths: Path[] = [{ cost: 0, offset: 0 }];
  for (const point of points) {
    const reachable = paths.filter((path) => point.offset - path.offset <= size);
    // A single word longer than a chunk cannot be cut: then the nearest path has to do.
    const starts = reachable.length > 0 ? reachable : paths.slice(-1);
    paths.push(starts.map((path) => extend(path, point, size)).reduce((a, b) => (b.cost < a.cost ? b : a)));
  }
  return offsets(paths.at(-1));
}

function extend(previous: Path, point: CutPoint, size: number): Path {
  const shortfall = 1 - (point.offset - previous.offset) / size;
  return {
    cost: previous.cost + LENGTH_WEIGHT * shortfall ** 2 + point.penalty,
    offset: point.offset,
    previous,
  };
}

function offsets(path: Path | undefined): number[] {
  const cuts: number[] = [];
  for (let at = path; at?.previous; at = at.previous) cuts.unshift(at.offset);
  return cuts;
}
