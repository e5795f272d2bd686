import { paragraphsOf, type Report } from './report.ts';

/** Consecutive sentences of one paragraph, as they stand in a link: `c1-s1-p3.2-4`, `c1-s1-p3.2`, `c1-s1-p3`. */
export interface Place {
  /** The paragraph's address. */
  readonly paragraph: string;
  /** First and last sentence, counted from 1; absent where the whole paragraph is meant. */
  readonly sentences?: { readonly first: number; readonly last: number };
}

const PLACE = /^([cu]\d{1,3}(?:-s\d{1,3})?-p\d{1,4})(?:\.(\d{1,4})(?:-(\d{1,4}))?)?$/;

/** The place that a link names, or undefined when it is none. */
export function parsePlace(text: string): Place | undefined {
  const [, paragraph, first, last] = PLACE.exec(text) ?? [];
  if (paragraph === undefined) return undefined;
  if (first === undefined) return { paragraph };
  const sentences = { first: Number(first), last: Number(last ?? first) };
  return sentences.first >= 1 && sentences.last >= sentences.first ? { paragraph, sentences } : undefined;
}

/** The place that a link names, or undefined when the report has no such paragraph or sentences. */
export function findPlace(report: Report, text: string): Place | undefined {
  const place = parsePlace(text);
  const paragraph = paragraphsOf(report).find(({ address }) => address === place?.paragraph);
  return paragraph && (place?.sentences?.last ?? 0) <= paragraph.sentences.length ? place : undefined;
}

export function formatPlace({ paragraph, sentences }: Place): string {
  if (!sentences) return paragraph;
  const { first, last } = sentences;
  return first === last ? `${paragraph}.${first}` : `${paragraph}.${first}-${last}`;
}

/** A sentence's address, `c1-s1-p3.2`, in its parts. */
export function splitSentenceAddress(address: string): { paragraph: string; sentence: number } {
  const at = address.lastIndexOf('.');
  return { paragraph: address.slice(0, at), sentence: Number(address.slice(at + 1)) };
}

/** The reading view of a report, opened at a place that it marks. */
export function readingUrl(reportId: string, place: Place): string {
  return `/read/${encodeURIComponent(reportId)}/${formatPlace(place)}#${place.paragraph}`;
}

/** The reading view of a report, opened at a chapter or section. */
export function sectionUrl(reportId: string, address: string): string {
  return `/read/${encodeURIComponent(reportId)}#${address}`;
}
