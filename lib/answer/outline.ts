import { readingUrl, splitSentenceAddress } from '../report/place.ts';
import type { Chapter, Paragraph, Report, Section, Sentence } from '../report/report.ts';
import type { Wording } from '../wording/wording.ts';
import type { AnswerRequest, Citation } from './answer.ts';
import { outlineQuestion, runInTitles } from './outline-question.ts';

export interface OutlineAnswer {
  readonly text: readonly string[];
  readonly citations: readonly Citation[];
}

/** Answers a question about a report's contents from its parsed tree; undefined for any other question. */
export function answerFromOutline(
  { question, reportId }: AnswerRequest,
  reports: readonly Report[],
  wording: Wording,
): OutlineAnswer | undefined {
  const candidates = reports.filter((report) => reportId === undefined || report.id === reportId);
  for (const report of candidates) {
    const asked = outlineQuestion(question, report);
    if (asked?.about === 'contents') return contentsAnswer(report, wording);
    if (asked?.about === 'chapter') return chapterAnswer(report, asked.chapter, wording);
    if (asked?.about === 'sub-points') return subPointsAnswer(report, asked.chapter, asked.section, wording);
  }
  return undefined;
}

function contentsAnswer(report: Report, wording: Wording): OutlineAnswer {
  const numbered = report.chapters.filter((chapter) => chapter.title !== '');
  const lines = report.chapters.map((chapter) => {
    const sections = chapter.sections.filter((section) => section.title !== '');
    return [
      `- ${chapter.label} ${chapter.title}`.trimEnd(),
      ...sections.map((section) => `  - ${section.title}`),
    ].join('\n');
  });
  return {
    text: [
      `${wording.answer.contents(report.title, numbered.length)}\n\n`,
      ...lines.map((line) => `${line}\n`),
    ],
    citations: [],
  };
}

/** Each section with its opening sentence; a chapter without sections with those of its paragraphs. */
function chapterAnswer(report: Report, chapter: Chapter, wording: Wording): OutlineAnswer {
  const titled = chapter.sections.filter((section) => section.title !== '');
  const parts =
    titled.length > 0
      ? titled
      : chapter.sections.flatMap((section) =>
          section.paragraphs.map((p) => ({ ...section, paragraphs: [p] })),
        );
  const openings = parts.flatMap((section) => {
    const [paragraph] = section.paragraphs;
    const sentence = paragraph?.sentences.find((candidate) => !candidate.isTitle);
    return paragraph && sentence ? [{ section, paragraph, sentence }] : [];
  });
  const citations = openings.map(({ section, paragraph, sentence }, index) =>
    headCitation(report, chapter, section, paragraph, sentence, index + 1),
  );
  return {
    text: [
      titled.length > 0
        ? `${wording.answer.chapterSections(chapter, titled.length)}\n\n`
        : `${wording.answer.introduce({ chapter: chapter.label, section: '' })}\n\n`,
      ...citations.map(
        (citation) =>
          `- ${citation.section ? `**${citation.section}**　` : ''}${citation.quote}[${citation.id}]\n`,
      ),
    ],
    citations,
  };
}

function subPointsAnswer(
  report: Report,
  chapter: Chapter,
  section: Section,
  wording: Wording,
): OutlineAnswer {
  const citations = runInTitles(section).map(({ paragraph, sentence }, index) =>
    headCitation(report, chapter, section, paragraph, sentence, index + 1),
  );
  const place = { chapter: chapter.label, section: section.title };
  return {
    text: [
      `${wording.answer.subPoints(place, citations.length)}\n\n`,
      ...citations.map((citation) => `- ${citation.quote.replace(/^—+/, '')}[${citation.id}]\n`),
    ],
    citations,
  };
}

function headCitation(
  report: Report,
  chapter: Chapter,
  section: Section,
  paragraph: Paragraph,
  sentence: Sentence,
  id: number,
): Citation {
  const { sentence: number } = splitSentenceAddress(sentence.address);
  return {
    id,
    report: report.title,
    chapter: chapter.label,
    chapterTitle: chapter.title,
    section: section.title,
    paragraph: paragraph.number,
    quote: sentence.text,
    ...(paragraph.attribution && { speaker: paragraph.attribution.replace(/^—+/, '') }),
    url: readingUrl(report.id, { paragraph: paragraph.address, sentences: { first: number, last: number } }),
  };
}
