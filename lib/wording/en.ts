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
    'foreign-origin': 'This request comes from a site that may not ask here.',
    'token-invalid': 'This conversation’s pass is not valid. Please open the window again.',
    'token-expired': 'This conversation’s pass has expired. Please open the window again.',
    'unknown-partner': 'There is no such partner site, or it is switched off.',
    'too-many-questions': 'You are asking faster than we can answer.',
    'budget-spent': 'Today’s questions on this site are used up.',
    'not-ready': 'Still starting up. Please try again in a moment.',
    internal: 'Something went wrong. Please try again in a moment.',
  },
  embed: {
    name: 'Ask the report',
    close: 'Close',
    greeting: (partner) =>
      `Hello! I answer ${partner}’s readers from the report’s own text, with the place each sentence stands at.`,
    unavailable: 'This cannot be opened at the moment. Please try again later.',
    unknownPartner: 'There is no question window here',
    unknownPartnerAdvice:
      'This address belongs to no active partner site. If this is your site, please check its partner ID (data-partner).',
    tryAgainIn: (seconds) => ` Please try again in ${duration(seconds)}.`,
  },
};

/** In the unit that a reader would use. */
function duration(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5_400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
