import type { Chapter, Paragraph, Report, Section, Sentence } from '../report/report.ts';
import type { Span } from '../text/spans.ts';
import { ChineseTextSplitter } from './chinese-text-splitter.ts';
import type { Passage, PassageSentence } from './passage.ts';

/** Characters. Long enough to carry a thought, short enough that its vector means one thing. */
export const PASSAGE_SIZE = 300;

/** Cuts each section of a report into passages, in reading order. */
export function cutPassages(report: Report): Passage[] {
  const splitter = new ChineseTextSplitter({ chunkSize: PASSAGE_SIZE });
  return report.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => {
      const placed = placeSentences(section);
      const text = section.paragraphs.map((paragraph) => paragraph.text).join('\n');
      return splitter.splitSpans(text).map((span) => passageOf(report, chapter, section, placed, text, span));
    }),
  );
}

interface PlacedSentence extends Span {
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
}

/** The section's sentences with their offsets in its text. */
function placeSentences(section: Section): PlacedSentence[] {
  let start = 0;
  return section.paragraphs.flatMap((paragraph) => {
    const placed = paragraph.sentences.map((sentence) => {
      const end = start + sentence.text.length;
      const place = { paragraph, sentence, start, end };
      start = end;
      return place;
    });
    start += 1; // the line break that joins paragraphs
    return placed;
  });
}

function passageOf(
  report: Report,
  chapter: Chapter,
  section: Section,
  placed: readonly PlacedSentence[],
  text: string,
  span: Span,
): Passage {
  const inside = placed.filter((place) => place.start < span.end && place.end > span.start);
  const first = inside[0];
  if (!first) throw new Error(`${report.id}: a passage of ${section.address} holds no sentence`);
  const skipped = Math.max(0, span.start - first.start);
  return {
    id: `${report.id}:${first.sentence.address}${skipped > 0 ? `+${skipped}` : ''}`,
    reportId: report.id,
    chapter: chapter.label,
    chapterTitle: chapter.title,
    section: section.title,
    paragraph: first.paragraph.number,
    text: text.slice(span.start, span.end).trim(),
    sentences: inside.map((place) => passageSentence(place, text, span)),
  };
}

function passageSentence(
  { paragraph, sentence, start, end }: PlacedSentence,
  text: string,
  span: Span,
): PassageSentence {
  return {
    address: sentence.address,
    paragraph: paragraph.number,
    text: text.slice(Math.max(start, span.start), Math.min(end, span.end)),
    isTitle: sentence.isTitle,
    ...(paragraph.attribution ? { attribution: paragraph.attribution } : {}),
  };
}
