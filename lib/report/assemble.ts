import { sentenceSpans } from '../text/sentences.ts';
import { textOf } from '../text/spans.ts';
import type { DraftChapter, DraftParagraph } from './body.ts';
import type { Chapter, Paragraph, Section, Sentence } from './report.ts';

// `——单边主义引发的全球供应链重构对中亚国家的物流贸易网络造成冲击。` has 32 characters and still announces;
// longer first sentences of sub-points say something by themselves.
const LONGEST_RUN_IN_TITLE = 34;

/** Gives chapters, sections, paragraphs and sentences their addresses and drops sections that hold nothing. */
export function assembleChapters(drafts: readonly DraftChapter[]): Chapter[] {
  const counts = { c: 0, u: 0 };
  return drafts.map((draft) => {
    const letter = draft.numbered ? 'c' : 'u';
    counts[letter]++;
    const address = `${letter}${counts[letter]}`;
    return {
      address,
      label: draft.label,
      title: draft.title,
      heading: draft.heading,
      sections: assembleSections(draft, address),
    };
  });
}

function assembleSections(draft: DraftChapter, chapterAddress: string): Section[] {
  return draft.sections
    .map((section, index) => {
      const address = index === 0 ? chapterAddress : `${chapterAddress}-s${index}`;
      return { address, title: section.title, paragraphs: assembleParagraphs(section.paragraphs, address) };
    })
    .filter((section) => section.title !== '' || section.paragraphs.length > 0);
}

function assembleParagraphs(drafts: readonly DraftParagraph[], sectionAddress: string): Paragraph[] {
  return drafts.map((draft, index) => {
    const address = `${sectionAddress}-p${index + 1}`;
    return { ...draft, address, number: index + 1, sentences: assembleSentences(draft, address) };
  });
}

function assembleSentences(paragraph: DraftParagraph, paragraphAddress: string): Sentence[] {
  const spans = sentenceSpans(paragraph.text);
  return spans.map((span, index) => {
    const text = textOf(paragraph.text, span);
    const opensSubPoint = paragraph.kind === 'sub-point' && index === 0 && spans.length > 1;
    return {
      address: `${paragraphAddress}.${index + 1}`,
      text,
      isTitle: paragraph.kind === 'sub-heading' || (opensSubPoint && text.length <= LONGEST_RUN_IN_TITLE),
    };
  });
}
