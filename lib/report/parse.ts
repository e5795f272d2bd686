import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { assembleChapters } from './assemble.ts';
import { readBody } from './body.ts';
import { decodeReport } from './decode.ts';
import { headingText } from './headings.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Report } from './report.ts';
import { ReportError } from './report-error.ts';

/**
 * Parses a report's file. `file` names it in errors, and without its folder and ending it is the report's id.
 * @throws ReportError when it is not UTF-8 text with chapters.
 */
export function parseReport(bytes: Uint8Array, file: string): Report {
  const text = decodeReport(bytes, file);
  if (text.trim() === '') throw new ReportError(file, 1, 'expected a report, found an empty file');

  const layout = layoutOf(text);
  const chapters = assembleChapters(readBody(layout, file));
  return {
    id: basename(file, extname(file)),
    ...titleAndPublisher(layout, file),
    chapters,
    sourceHash: createHash('sha256').update(bytes).digest('hex'),
  };
}

function titleAndPublisher(layout: Layout, file: string): Pick<Report, 'title' | 'publisher'> {
  const [title, publisher] = layout.frontMatter;
  return {
    title: title ? headingText(title.text) : basename(file, extname(file)),
    publisher: publisher?.text ?? '',
  };
}
