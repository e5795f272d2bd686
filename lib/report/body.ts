import { endsSentence } from '../text/sentences.ts';
import {
  type ChapterHeading,
  chapterHeading,
  headingText,
  isAttribution,
  isChapterTitle,
  isSectionHeading,
  isSubHeading,
  isSubPoint,
} from './headings.ts';
import type { Layout, Line } from './layout.ts';
import type { ParagraphKind } from './report.ts';
import { ReportError } from './report-error.ts';

// The parts of a body while it is read; assemble.ts gives them their addresses.
export interface DraftChapter extends Omit<ChapterHeading, 'title'> {
  title: string;
  heading: string[];
  sections: DraftSection[];
}

export interface DraftSection {
  title: string;
  paragraphs: DraftParagraph[];
}

export interface DraftParagraph {
  kind: ParagraphKind;
  text: string;
  attribution?: string;
}

/**
 * Reads a body line by line into chapters, sections and paragraphs. A line is a heading, an attribution, the
 * rest of a paragraph that a page's end cut in two, or a paragraph of its own.
 * @throws ReportError when no heading opens the body, or nothing follows.
 */
export function readBody(layout: Layout, file: string): DraftChapter[] {
  const chapters: DraftChapter[] = [];
  for (const line of layout.body) {
    const heading = chapterHeading(line.text, layout.unnumberedTitles);
    const chapter = chapters.at(-1);
    if (heading) {
      chapters.push({ ...heading, heading: [line.text], sections: [{ title: '', paragraphs: [] }] });
    } else if (!chapter) {
      throw new ReportError(
        file,
        line.number,
        `expected a chapter heading (第一章 …, 序言), found “${opening(line)}”`,
      );
    } else if (awaitsTitle(chapter) && isChapterTitle(line.text) && !isSectionHeading(line.text)) {
      chapter.title = headingText(line.text);
      chapter.heading.push(line.text);
    } else if (isSectionHeading(line.text)) {
      chapter.sections.push({ title: line.text, paragraphs: [] });
    } else {
      readLine(chapter.sections.at(-1)?.paragraphs ?? [], line.text);
    }
  }
  refuseEmpty(chapters, layout, file);
  return chapters;
}

function readLine(paragraphs: DraftParagraph[], text: string): void {
  const last = paragraphs.at(-1);
  if (last && paragraphs.length === 1 && isEpigraph(last, text)) {
    last.kind = 'epigraph';
    last.attribution = text;
  } else if (last && continues(last, text)) {
    last.text += joint(last.text, text) + text;
  } else {
    paragraphs.push({ kind: kindOf(text), text });
  }
}

function kindOf(text: string): ParagraphKind {
  if (isSubPoint(text)) return 'sub-point';
  return isSubHeading(text) ? 'sub-heading' : 'text';
}

/** Only what opens a chapter or section is an epigraph: elsewhere a short line after —— may be a sub-point. */
function isEpigraph(first: DraftParagraph, next: string): boolean {
  return first.kind === 'text' && !first.attribution && endsSentence(first.text) && isAttribution(next);
}

function continues(last: DraftParagraph, text: string): boolean {
  if (last.kind === 'sub-heading' || last.attribution || endsSentence(last.text)) return false;
  return !(last.text.endsWith('：') && isSubPoint(text));
}

/** Chinese goes on without a space; two Latin words need one. */
function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}

/** `第三章` alone on its line: the title is the next line. */
function awaitsTitle(chapter: DraftChapter): boolean {
  const untouched = chapter.sections.length === 1 && chapter.sections[0]?.paragraphs.length === 0;
  return chapter.numbered && chapter.title === '' && untouched;
}

function refuseEmpty(chapters: DraftChapter[], layout: Layout, file: string): void {
  const lastLine = layout.body.at(-1) ?? layout.frontMatter.at(-1);
  if (chapters.length === 0) {
    throw new ReportError(
      file,
      lastLine?.number ?? 1,
      'expected at least one chapter heading (第一章 …, 序言) on a line of its own',
    );
  }
  if (!chapters.some((chapter) => chapter.sections.some((section) => section.paragraphs.length > 0))) {
    throw new ReportError(file, lastLine?.number ?? 1, 'expected paragraphs after the headings');
  }
}

function opening(line: Line): string {
  return line.text.slice(0, 20);
}
