import { translatedChapter } from './chapter-names.ts';
import { enPage } from './en-page.ts';
import type { PlaceName, Wording } from './wording.ts';

const CHAPTERS = {
  序言: 'Preface',
  前言: 'Preface',
  引言: 'Introduction',
  结语: 'Conclusion',
  结论: 'Conclusion',
  附录: 'Appendix',
  编写说明与致谢: 'About the report',
};

const chapterName = (label: string) => translatedChapter(label, 'Chapter', CHAPTERS);

const at = ({ report, chapter, section }: PlaceName) =>
  `${report ? `《${report}》` : 'the report'}, ${chapterName(chapter)}${section ? `, “${section}”` : ''}`;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const en: Wording = {
  answer: {
    introduce: (place) => `${capitalised(at(place))}, says: `,
    offTopic: (report) => `This question is not about 《${report}》. I only answer what the report covers.`,
    otherFigure: (figure) => `The report does not give “${figure}” here. What it says is:`,
    notInReport: 'The report does not say this directly. The nearest it comes to it is:',
    nearestSections: 'You may want to read:',
    contents: (report, chapters) => `The body of 《${report}》 has ${chapters} chapters. Its contents:`,
    chapterSections: (chapter, count) => `${chapter} has ${count} sections:`,
    subPoints: (place, count) => `${capitalised(at(place))}, lists ${count} points:`,
    extractiveNotice: 'These are the report’s own words, unchanged.',
  },
  page: enPage,
  errors: {
    'invalid-json': 'The request is not valid JSON.',
    'invalid-request': 'The request does not have the right form.',
    'question-empty': 'Please enter a question.',
    'question-too-long': 'The question is too long: 2,000 characters at most.',
    'history-too-long': 'The conversation is too long: 20 earlier messages at most.',
    'body-too-large': 'The request is larger than 64 KB.',
    'unknown-locale': 'There is no such language: zh, en or ru.',
    'unknown-report': 'There is no such report.',
    'not-found': 'There is nothing at this address.',
    'not-ready': 'Still starting up. Please try again in a moment.',
    internal: 'Something went wrong. Please try again in a moment.',
  },
};
