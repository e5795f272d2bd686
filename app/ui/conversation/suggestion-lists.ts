import type { Citation } from '../../../lib/answer/answer.ts';
import type { OutlineSection, ReportOutline } from '../../report-outline.ts';
import { sectionAddress } from './citation-place.ts';

const FOLLOW_UPS = 3;

export interface Suggestion {
  readonly question: string;
  /** The chapter's label. */
  readonly chapter: string;
}

interface PlacedSection extends OutlineSection {
  readonly chapter: string;
}

/** Questions about the cited section and those next to it in the report, without what was asked already. */
export function followUps(
  citations: readonly Citation[],
  asked: readonly string[],
  reports: readonly ReportOutline[],
): Suggestion[] {
  const [first] = citations;
  const report = reports.find(({ title }) => title === first?.report);
  if (!first || !report) return [];
  const sections = sectionsWithQuestions(report);
  const at = sections.findIndex(({ address }) => address === sectionAddress(first));
  if (at < 0) return [];
  const near = [sections[at], sections[at + 1], sections[at - 1], sections[at + 2]].filter(
    (section) => section !== undefined,
  );
  return near
    .flatMap(({ questions, chapter }) => {
      const question = questions.find((candidate) => !asked.includes(candidate));
      return question ? [{ question, chapter }] : [];
    })
    .slice(0, FOLLOW_UPS);
}

const SUGGESTIONS = 6;

/** Questions to begin with: taken in turn from each numbered chapter, from sections spread over it. */
export function openingSuggestions(reports: readonly ReportOutline[]): Suggestion[] {
  const chapters = reports.flatMap((report) =>
    report.chapters
      .filter(({ title }) => title !== '')
      .map((chapter) => titledSections(sectionsWithQuestions({ ...report, chapters: [chapter] })))
      .filter((sections) => sections.length > 0),
  );
  const share = Math.ceil(SUGGESTIONS / Math.max(1, chapters.length));
  return chapters
    .flatMap((sections) => spread(sections, share))
    .slice(0, SUGGESTIONS)
    .map(({ questions, chapter }) => ({ question: questions[0] ?? '', chapter }));
}

/** Sections in reading order; one without questions has nothing to suggest. */
function sectionsWithQuestions(report: ReportOutline): PlacedSection[] {
  return report.chapters
    .flatMap(({ label, sections }) => sections.map((section) => ({ ...section, chapter: label })))
    .filter(({ questions }) => questions.length > 0);
}

/** What stands before a chapter's first heading is an epigraph or a preamble: the sections say more. */
function titledSections(sections: readonly PlacedSection[]): readonly PlacedSection[] {
  const titled = sections.filter(({ title }) => title !== '');
  return titled.length > 0 ? titled : sections;
}

/** `count` items at even distances, the first among them. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, index) => items[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}
