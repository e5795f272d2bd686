import type { Turn } from '../retrieval/follow-up.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import type { Language } from '../text/language.ts';

/** A place in a report and what it says there, word for word. */
export interface Citation {
  /** What `[1]` in the answer's text points at. */
  readonly id: number;
  /** The report's title. */
  readonly report: string;
  readonly chapter: string;
  readonly chapterTitle: string;
  /** Empty where a chapter has none. */
  readonly section: string;
  /** Counted from 1 within the section. */
  readonly paragraph: number;
  /** Verbatim. */
  readonly quote: string;
  /** Who is quoted by the report there: `中国国家主席习近平`. */
  readonly speaker?: string;
  /** Opens the report there, the quotation marked. */
  readonly url: string;
}

export type RefusalReason = 'off-topic' | 'not-in-report';

/** A section of a report that a reader may want instead. */
export interface NearestSection {
  readonly report: string;
  readonly chapter: string;
  readonly chapterTitle: string;
  readonly section: string;
  readonly url: string;
}

export interface Refusal {
  readonly reason: RefusalReason;
  readonly nearest: readonly NearestSection[];
}

/** How an answer came about. */
export type AnswerMode = 'extractive' | 'model';

export interface AnswerOutcome {
  readonly mode: AnswerMode;
  readonly refusal: Refusal | null;
  /** What a reader must be told: whose words these are. */
  readonly notice: string;
  /** Of a model's sentences. */
  readonly checked?: CheckedSentences;
  /** The follow-up as a model completed it from the history, and as it was searched beside the question asked. */
  readonly completedQuestion?: string;
}

/** How many of a model's sentences were shown, how many of these with another citation, how many were not. */
export interface CheckedSentences {
  readonly shown: number;
  readonly repaired: number;
  readonly dropped: number;
}

/**
 * An answer as it comes into being: citations before the text that points at them, text in pieces, the outcome
 * last. Citations may come more than once, each time all of them so far.
 */
export type AnswerEvent =
  | { readonly type: 'citations'; readonly citations: readonly Citation[] }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'outcome'; readonly outcome: AnswerOutcome };

export interface AnswerRequest {
  readonly question: string;
  readonly history: readonly Turn[];
  /** Of the words around the quotations. */
  readonly language: Language;
  readonly retrieval: Retrieval;
  /** Only about this report. */
  readonly reportId?: string;
  /** Aborted when the reader has left. */
  readonly signal?: AbortSignal;
}

/** Answers from retrieved passages. Expected failures are outcomes, only surprises are exceptions. */
export interface Answerer {
  readonly mode: AnswerMode;
  answer(request: AnswerRequest): AsyncIterable<AnswerEvent>;
}
