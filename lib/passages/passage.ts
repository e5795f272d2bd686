import type { Language } from '../text/language.ts';

/** A stretch of one section that is ranked and shown: about 300 characters, ending where a sentence ends. */
export interface Passage {
  /** Its report and where it begins: `report:c1-s1-p2.1`. Stable for an edition. */
  readonly id: string;
  readonly reportId: string;
  readonly chapter: string;
  readonly chapterTitle: string;
  readonly section: string;
  /** The paragraph in which it begins, counted from 1 within the section. */
  readonly paragraph: number;
  readonly text: string;
  readonly sentences: readonly PassageSentence[];
}

/** A sentence, or the part of a long one, that a passage holds. */
export interface PassageSentence {
  /** `c1-s1-p2.3`. */
  readonly address: string;
  /** Of the paragraph that holds it, counted from 1 within the section. */
  readonly paragraph: number;
  readonly text: string;
  readonly isTitle: boolean;
  /** Who is quoted, in an epigraph: `——中国国家主席习近平`. */
  readonly attribution?: string;
}

/** A sentence, or a clause of one, that questions are compared with. */
export interface SentenceChild {
  /** Positions in the list of passages and in that passage's sentences. */
  readonly passage: number;
  readonly sentence: number;
  readonly text: string;
}

/**
 * What a known question tells about one that resembles it: its sentence answers it; it is about the sentence's
 * subject but the report doesn't say; it has nothing to do with reports like these.
 */
export const QUESTION_KINDS = ['answered', 'unanswered', 'background'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question that was written beforehand. Only background questions belong to no sentence. */
export interface KnownQuestion {
  readonly kind: QuestionKind;
  readonly language: Language;
  readonly passage?: number;
  readonly sentence?: number;
  readonly text: string;
}
