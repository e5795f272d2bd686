import { z } from 'zod';
import { LANGUAGES, type Language } from '../text/language.ts';
import { withoutWhitespace } from '../text/normalise.ts';
import { parseJsonLines } from './json-lines.ts';
import type { Report, Section, Sentence } from './report.ts';
import { ReportError } from './report-error.ts';

/** The files beside `report.txt` that hold them. */
export const QUESTIONS_SUFFIX = '.questions.jsonl';
export const UNANSWERED_SUFFIX = '.unanswered.jsonl';

const questions = z.array(z.string().min(1)).default([]);

/**
 * A line of either file: a sentence, as printed but for white space, and the questions that it answers, or those
 * that it raises and the report leaves open.
 */
export const anticipatedLineSchema = z.object({
  chapter: z.string(),
  section: z.string(),
  quote: z.string().min(1),
  zh: questions,
  en: questions,
  ru: questions,
});
export type AnticipatedLine = z.infer<typeof anticipatedLineSchema>;

/** A question about a sentence of the report, written beforehand. */
export interface AnticipatedQuestion {
  readonly kind: 'answered' | 'unanswered';
  /** The sentence's address. */
  readonly sentence: string;
  readonly language: Language;
  readonly text: string;
}

/** @throws ReportError naming the line whose quotation does not stand in that section. */
export function parseAnticipatedQuestions(
  bytes: Uint8Array,
  file: string,
  report: Report,
  kind: AnticipatedQuestion['kind'],
): AnticipatedQuestion[] {
  return parseJsonLines(bytes, file, anticipatedLineSchema).flatMap(({ value, line }) => {
    const sentence = sentenceOf(report, value);
    if (!sentence) {
      const place = `${value.chapter} ${value.section}`.trim();
      throw new ReportError(
        file,
        line,
        `expected a sentence of ${report.id}, ${place}; not found: “${value.quote}”`,
      );
    }
    return LANGUAGES.flatMap((language) =>
      value[language].map((text) => ({ kind, sentence: sentence.address, language, text })),
    );
  });
}

function sentenceOf(report: Report, { chapter, section, quote }: AnticipatedLine): Sentence | undefined {
  const wanted = withoutWhitespace(quote);
  return report.chapters
    .filter((candidate) => candidate.label === chapter)
    .flatMap((candidate) => candidate.sections)
    .filter((candidate) => withoutWhitespace(candidate.title) === withoutWhitespace(section))
    .flatMap(sentencesAndAttributions)
    .find(({ text }) => text.includes(wanted))?.sentence;
}

/** An attribution's questions (“who said it?”) belong to the last sentence that it signs. */
function sentencesAndAttributions(section: Section): { text: string; sentence: Sentence }[] {
  return section.paragraphs.flatMap((paragraph) => {
    const last = paragraph.sentences.at(-1);
    const signed =
      paragraph.attribution && last
        ? [{ text: withoutWhitespace(paragraph.attribution), sentence: last }]
        : [];
    return [
      ...paragraph.sentences.map((sentence) => ({ text: withoutWhitespace(sentence.text), sentence })),
      ...signed,
    ];
  });
}
