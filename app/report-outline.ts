import type { Assistant } from '../lib/assistant.ts';
import { paragraphsOf, type Report, type Section, sectionsOf } from '../lib/report/report.ts';
import type { Language } from '../lib/text/language.ts';

/** What the asking page knows of a report: its tree, with a question for each section that has one. */
export interface ReportOutline {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly extent: { readonly chapters: number; readonly sections: number; readonly paragraphs: number };
  readonly chapters: readonly OutlineChapter[];
}

export interface OutlineChapter {
  readonly address: string;
  /** `第一章` */
  readonly label: string;
  readonly title: string;
  readonly sections: readonly OutlineSection[];
}

export interface OutlineSection {
  readonly address: string;
  /** Empty for what stands before a chapter's first heading. */
  readonly title: string;
  /** Questions that it answers, in the reader's language; best first. */
  readonly questions: readonly string[];
}

/** Of the questions that were written for a section, this many go to the page: one to begin with, some to follow. */
const QUESTIONS_OF_A_SECTION = 2;
/** A suggestion is read at a glance and fits two lines of a phone. */
const LONGEST_SUGGESTION = { zh: 34, en: 90, ru: 95 } as const;

export function outlineOf(assistant: Assistant, report: Report, language: Language): ReportOutline {
  const questions = questionsBySection(assistant, report, language);
  return {
    id: report.id,
    title: report.title,
    publisher: report.publisher,
    extent: extentOf(report),
    chapters: report.chapters.map(({ address, label, title, sections }) => ({
      address,
      label,
      title,
      sections: sections.map((section) => ({
        address: section.address,
        title: section.title,
        questions: questions.get(section.address) ?? [],
      })),
    })),
  };
}

/** A report's size in words for `opening.extent`: numbered chapters, titled sections, paragraphs. */
export function extentOf(report: Report) {
  return {
    chapters: report.chapters.filter((chapter) => chapter.title !== '').length,
    sections: sectionsOf(report).filter((section) => section.title !== '').length,
    paragraphs: paragraphsOf(report).length,
  };
}

/** The first fitting question of each of a section's sentences: what opens a section is asked about first. */
function questionsBySection(assistant: Assistant, report: Report, language: Language): Map<string, string[]> {
  const ofSentence = new Map<string, string>();
  for (const { sentence, text } of assistant.anticipatedQuestions(report.id, language)) {
    const fits = text.length <= LONGEST_SUGGESTION[language] && /[?？]$/.test(text);
    if (fits && !ofSentence.has(sentence)) ofSentence.set(sentence, text);
  }
  return new Map(
    sectionsOf(report).map((section) => [
      section.address,
      sentencesOf(section)
        .flatMap((address) => ofSentence.get(address) ?? [])
        .slice(0, QUESTIONS_OF_A_SECTION),
    ]),
  );
}

function sentencesOf(section: Section): string[] {
  return section.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.filter((sentence) => !sentence.isTitle).map((sentence) => sentence.address),
  );
}
