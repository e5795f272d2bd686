import { z } from 'zod';
import { LANGUAGES, type Language } from '../text/language.ts';
import { parseJsonLines } from './json-lines.ts';

const lineSchema = z.object({ language: z.enum(LANGUAGES), question: z.string().min(1) });

/** A question that people ask and no report of this kind answers: what a question off the topic resembles. */
export interface BackgroundQuestion {
  readonly language: Language;
  readonly text: string;
}

/** @throws ReportError naming the line that is no question */
export function parseBackgroundQuestions(bytes: Uint8Array, file: string): BackgroundQuestion[] {
  return parseJsonLines(bytes, file, lineSchema).map(({ value }) => ({
    language: value.language,
    text: value.question,
  }));
}
