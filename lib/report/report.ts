/** A report as it was parsed: chapters, sections, paragraphs and sentences, each with its address. */
export interface Report {
  /** From the file's name: `report` for `report.txt`. Stands in links. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly chapters: readonly Chapter[];
  /** SHA-256 of the file's bytes. */
  readonly sourceHash: string;
}

export interface Chapter {
  /** `c1` for a numbered chapter, `u1` for the first unnumbered one (a preface, a conclusion). */
  readonly address: string;
  /** As a reader would name it: `第一章`, `序言`. */
  readonly label: string;
  /** What follows the number: `中国—中亚合作结出丰硕成果`; empty where a chapter has no number. */
  readonly title: string;
  /** The lines of the file that make the heading, as printed. */
  readonly heading: readonly string[];
  /** In reading order. A first section with an empty title holds what stands before the first heading. */
  readonly sections: readonly Section[];
}

export interface Section {
  /** `c1-s1`; the part before a chapter's first section heading has its chapter's address. */
  readonly address: string;
  /** As printed, number included: `一、经贸关系持续加强`; empty before the first heading. */
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export type ParagraphKind = 'text' | 'sub-point' | 'epigraph' | 'sub-heading';

export interface Paragraph {
  /** `c1-s1-p3`, stable for an edition. */
  readonly address: string;
  /** Counted from 1 within the section. */
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Who said it, for an epigraph: `——中国国家主席习近平`. */
  readonly attribution?: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** `c1-s1-p3.2`: the second sentence of that paragraph. */
  readonly address: string;
  readonly text: string;
  /** A sub-point's run-in title (`——战略层面相向而行。`) announces; it says nothing by itself. */
  readonly isTitle: boolean;
}

export function sectionsOf(report: Report): Section[] {
  return report.chapters.flatMap((chapter) => chapter.sections);
}

export function paragraphsOf(report: Report): Paragraph[] {
  return sectionsOf(report).flatMap((section) => section.paragraphs);
}
