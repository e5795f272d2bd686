import type { Language } from '../text/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';
import type { PageWording } from './zh-page.ts';

/** What stands on partners' pages: in the loader, in the frame, and where there is no frame to show. */
export interface EmbedWording {
  /** The button and the dialog. */
  readonly name: string;
  readonly close: string;
  /** Until the partner says something better. */
  readonly greeting: (partner: string) => string;
  /** Where the frame does not come. */
  readonly unavailable: string;
  readonly unknownPartner: string;
  readonly unknownPartnerAdvice: string;
  /** Behind an error that passes, with the space that the language puts before a sentence. */
  readonly tryAgainIn: (seconds: number) => string;
}

/** Where a quotation stands, as it is introduced. */
export interface PlaceName {
  /** The report's title; absent where there is only one report. */
  readonly report?: string;
  readonly chapter: string;
  /** Empty where a chapter has none. */
  readonly section: string;
}

/** Everything that a reader sees, in one language. */
export interface Wording {
  readonly answer: {
    /** Ends where the quotation begins. */
    readonly introduce: (place: PlaceName) => string;
    readonly offTopic: (report: string) => string;
    readonly notInReport: string;
    /** The question takes a figure for granted that the report does not give there. */
    readonly otherFigure: string;
    readonly nearestSections: string;
    readonly contents: (report: string, chapters: number) => string;
    /** `title` is empty where a chapter has none. */
    readonly chapterSections: (chapter: { label: string; title: string }, count: number) => string;
    readonly subPoints: (place: PlaceName, count: number) => string;
    readonly extractiveNotice: string;
    /** Of a model's answer: the label that GB 45438-2025 asks for, and how its sentences were dealt with. */
    readonly modelNotice: (sentences: { repaired: number; dropped: number }) => string;
    /** Before the extractive notice: why no model wrote. */
    readonly modelFailed: string;
    readonly modelUnfounded: string;
    /** Between what a model wrote and the report's own words that go on. */
    readonly modelBrokeOff: string;
  };
  readonly page: PageWording;
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly embed: EmbedWording;
}

/** Why a request was not answered; the HTTP status follows from it (app/api/error-response.ts). */
export const ERROR_CODES = [
  'invalid-json',
  'invalid-request',
  'question-empty',
  'question-too-long',
  'history-too-long',
  'body-too-large',
  'unknown-locale',
  'unknown-report',
  'not-found',
  'foreign-origin',
  'token-invalid',
  'token-expired',
  'unknown-partner',
  'too-many-questions',
  'budget-spent',
  'not-ready',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const WORDINGS: Readonly<Record<Language, Wording>> = { zh, en, ru };

export function wordingIn(language: Language): Wording {
  return WORDINGS[language];
}
