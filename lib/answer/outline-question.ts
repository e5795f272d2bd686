import type { Chapter, Report, Section } from '../report/report.ts';
import { normalise } from '../text/normalise.ts';
import { searchTokens } from '../text/tokenise.ts';

/** A question about how a report is built, which its parsed tree answers. */
export type OutlineQuestion =
  | { readonly about: 'contents' }
  | { readonly about: 'chapter'; readonly chapter: Chapter }
  | { readonly about: 'sub-points'; readonly chapter: Chapter; readonly section: Section };

const CONTENTS =
  /目录|大纲|(几|多少|哪些|哪几)个?(章|部分|章节)|章节(结构|安排)|(报告|全文|正文)的?(结构|框架)|table of contents|how many chapters|(structure|outline|chapters) of (the|this) report|сколько (в .{0,20})?глав|оглавлени|структур[аеуы] доклада|какие главы/u;
const WHAT_IS_IN_IT =
  /^[的里中都是主要分别]*(讲|说|写|谈|论述|介绍|内容|关于|包括|包含|分|有|概括|总结|归纳)[^，。；]{0,16}$/u;
const WHAT_IS_IN_IT_ABROAD =
  /what (is|does).{0,20}(chapter|about|cover|say|discuss)|summar|about chapter|о чем|про что|что (говорится|написано)|содержани|расскажи/u;
const ASKS_FOR_A_LIST =
  /哪些|哪几|几个方面|几方面|列出|列举|分别是|有什么|which|what are|list|name the|какие|перечисл|назови/u;

/** A section is named when a question holds this share of its title's words. */
const TITLE_NAMED = 0.75;

const ORDINALS = {
  en: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
  numerals: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ru: ['перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят'],
} as const;

/** What a question asks of a report's outline, or undefined when it asks for what the text says. */
export function outlineQuestion(question: string, report: Report): OutlineQuestion | undefined {
  const text = normalise(question)
    .replace(/[?？。！!]+$/u, '')
    .replaceAll('ё', 'е');
  const chapter = report.chapters.find((candidate) => asksWhatIsIn(candidate, text, report));
  if (chapter) return { about: 'chapter', chapter };
  if (CONTENTS.test(text) && !report.chapters.some((candidate) => text.includes(candidate.label)))
    return { about: 'contents' };
  return ASKS_FOR_A_LIST.test(text) ? namedSection(text, report) : undefined;
}

function asksWhatIsIn(chapter: Chapter, text: string, report: Report): boolean {
  const at = text.indexOf(chapter.label);
  if (at >= 0)
    return WHAT_IS_IN_IT.test(text.slice(at + chapter.label.length).replace(/^["“”]?[^"“”]*["“”]/u, ''));
  const number = report.chapters.filter((other) => other.address.startsWith('c')).indexOf(chapter);
  return number >= 0 && WHAT_IS_IN_IT_ABROAD.test(text) && foreignChapter(number).test(text);
}

function foreignChapter(index: number): RegExp {
  const { en, numerals, ru } = ORDINALS;
  const number = index + 1;
  return new RegExp(
    `chapter (${number}|${numerals[index]})\\b|\\b${en[index]} chapter|глав\\p{L}* ${number}(?!\\d)|(${number}-\\p{L}+|${ru[index]}\\p{L}*) глав|глав\\p{L}* ${ru[index]}`,
    'u',
  );
}

function namedSection(text: string, report: Report): OutlineQuestion | undefined {
  const asked = new Set(searchTokens(text));
  for (const chapter of report.chapters) {
    for (const section of chapter.sections) {
      const title = searchTokens(section.title.replace(/^[^、]*、/, ''));
      const named = title.filter((token) => asked.has(token)).length;
      if (title.length > 0 && named >= TITLE_NAMED * title.length && runInTitles(section).length >= 2) {
        return { about: 'sub-points', chapter, section };
      }
    }
  }
  return undefined;
}

/** The sub-points' titles of a section, in order. */
export function runInTitles(section: Section) {
  return section.paragraphs
    .filter((paragraph) => paragraph.kind === 'sub-point')
    .flatMap((paragraph) =>
      paragraph.sentences.filter((sentence) => sentence.isTitle).map((sentence) => ({ paragraph, sentence })),
    );
}
