import { chapterHeading, contentsEntry, isContentsHeading, isSectionHeading } from './headings.ts';

/** A line that is not blank, without the white space around it. */
export interface Line {
  readonly text: string;
  /** Counted from 1 in the file. */
  readonly number: number;
}

/** The three parts of a report's file. Without a table of contents the body begins at the first heading. */
export interface Layout {
  readonly frontMatter: readonly Line[];
  /** Headings that the table of contents lists and that carry no number. */
  readonly unnumberedTitles: ReadonlySet<string>;
  readonly body: readonly Line[];
}

export function layoutOf(text: string): Layout {
  const lines = text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), raw: line, number: index + 1 }))
    .filter((line) => line.text !== '');

  const contents = lines.findIndex((line) => isContentsHeading(line.text));
  if (contents < 0) {
    const first = lines.findIndex((line) => chapterHeading(line.text, new Set()));
    const end = first < 0 ? lines.length : first;
    return { frontMatter: lines.slice(0, end), unnumberedTitles: new Set(), body: lines.slice(end) };
  }

  const afterContents = lines.findIndex(
    (line, index) => index > contents && contentsEntry(line.raw) === undefined,
  );
  const bodyStart = afterContents < 0 ? lines.length : afterContents;
  const entries = lines.slice(contents + 1, bodyStart).map((line) => contentsEntry(line.raw) ?? '');
  return {
    frontMatter: lines.slice(0, contents),
    unnumberedTitles: new Set(entries.filter(isUnnumbered)),
    body: lines.slice(bodyStart),
  };
}

function isUnnumbered(entry: string): boolean {
  return !isSectionHeading(entry) && !chapterHeading(entry, new Set())?.numbered;
}
