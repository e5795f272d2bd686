import type { Citation, NearestSection } from '../../../lib/answer/answer.ts';
import { fill } from '../../../lib/wording/fill.ts';
import type { PageWording } from '../../../lib/wording/zh-page.ts';
import type { ReportOutline } from '../../report-outline.ts';

/** `第一章 一、经贸关系持续加强，第2段` */
export function placeName(citation: Citation, wording: PageWording): string {
  const paragraph = fill(wording.conversation.paragraph, { number: citation.paragraph });
  return [sectionName(citation), paragraph].join(' · ');
}

export function sectionName({ chapter, section }: Citation | NearestSection): string {
  return [chapter, section].filter(Boolean).join(' ');
}

/** The address that a citation's link ends in, `c1-s1-p3`, and the section's part of it, `c1-s1`. */
export function sectionAddress({ url }: { readonly url: string }): string {
  return (url.split('#')[1] ?? '').replace(/-p\d+$/, '');
}

/** Citations by chapter, chapters and what is cited of them in the order in which the report is read. */
export function byChapter(
  citations: readonly Citation[],
  reports: readonly ReportOutline[],
): { readonly chapter: string; readonly citations: readonly Citation[] }[] {
  const order = reports.flatMap(({ chapters }) =>
    chapters.flatMap(({ sections }) => sections.map(({ address }) => address)),
  );
  const sorted = [...citations].sort(
    (a, b) =>
      a.report.localeCompare(b.report) ||
      order.indexOf(sectionAddress(a)) - order.indexOf(sectionAddress(b)) ||
      a.url.localeCompare(b.url, 'en', { numeric: true }),
  );
  const chapters = Map.groupBy(sorted, ({ chapter, chapterTitle }) => `${chapter} ${chapterTitle}`.trimEnd());
  return [...chapters].map(([chapter, cited]) => ({ chapter, citations: cited }));
}
