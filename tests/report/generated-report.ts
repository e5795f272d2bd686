import fc from 'fast-check';

const NUMERALS = '一二三四五六七八九';
const WORDS = [
  '中亚',
  '贸易额',
  '增长',
  '2024年',
  '7.2%',
  'Kaspi',
  '——',
  '“快车道”',
  '《宣言》',
  '，',
  '；',
  '：',
  '(GW)',
  '𠮷',
];

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((list) => list.join(''));
const sentence = fc
  .tuple(words, fc.constantFrom('。', '！', '？', '。”'))
  .map(([text, end]) => `政策${text}${end}`);

/** A paragraph, here and there cut in two by a page's end, or a sub-point. */
const paragraph = fc
  .record({
    opening: fc.constantFrom('', '', '——'),
    sentences: fc.array(sentence, { minLength: 1, maxLength: 5 }),
    pageEnd: fc.option(fc.nat(80), { nil: undefined }),
  })
  .map(({ opening, sentences, pageEnd }) => {
    const text = [...(opening + sentences.join(''))];
    return pageEnd === undefined || pageEnd < 3 ? text.join('') : cutAfter(text, pageEnd);
  });

const section = fc.record({
  title: fc.constantFrom('经贸关系', '互联互通', '绿色合作'),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

const chapter = fc.record({
  numbered: fc.boolean(),
  titleApart: fc.boolean(),
  epigraph: fc.boolean(),
  opening: fc.array(paragraph, { maxLength: 2 }),
  sections: fc.array(section, { maxLength: 4 }),
});

export interface GeneratedReport {
  readonly file: string;
  /** What stands after cover and table of contents. */
  readonly body: string;
  readonly chapters: readonly { readonly label: string; readonly sections: number }[];
}

/** Reports of many makes: with and without contents, chapters with and without numbers, titles or sections. */
export const generatedReport: fc.Arbitrary<GeneratedReport> = fc
  .record({
    chapters: fc.array(chapter, { minLength: 1, maxLength: 5 }),
    contents: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\n\n'),
  })
  // A report without a single paragraph is refused, and rightly so.
  .map(({ chapters, ...rest }) => ({ ...rest, chapters: chapters.map(withParagraph) }))
  .map(({ chapters, contents, lineEnd }) => {
    const headings: string[] = [];
    const lines: string[] = [];
    const outline = chapters.map(({ numbered, titleApart, epigraph, opening, sections }, index) => {
      const number = `第${NUMERALS[index]}章`;
      const label = numbered ? number : index === 0 ? '序言' : `附录${NUMERALS[index]}`;
      headings.push(numbered ? `${number} 合作成果` : label);
      lines.push(...(numbered ? (titleApart ? [number, '合作成果'] : [`${number} 合作成果`]) : [label]));
      if (epigraph) lines.push('千里之行，始于足下。', '——某位诗人');
      lines.push(...opening);
      sections.forEach((part, at) => {
        const title = `${NUMERALS[at]}、${part.title}`;
        headings.push(title);
        lines.push(title, ...part.paragraphs);
      });
      return { label, sections: sections.length };
    });
    const body = lines.join(lineEnd);
    const table = contents ? ['目 录', ...headings.map((heading, at) => `${heading}.....\t${at + 1}`)] : [];
    return { file: ['某报告', '某研究所', ...table, body].join(lineEnd), body, chapters: outline };
  });

function withParagraph<C extends { opening: string[]; sections: { paragraphs: string[] }[] }>(part: C): C {
  return part.sections.length > 0 || part.opening.length > 0 ? part : { ...part, opening: ['正文。'] };
}

/** A line break after so many characters, unless a sentence ends there and the rest would stand alone. */
function cutAfter(text: readonly string[], at: number): string {
  const before = text.slice(0, at).join('');
  const after = text.slice(at).join('');
  return after === '' || /[。！？][”]?$/.test(before) ? before + after : `${before}\n\n${after}`;
}
