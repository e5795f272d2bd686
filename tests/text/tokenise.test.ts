import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTokens, words } from '../../lib/text/tokenise.ts';
import { realReport } from '../real-report.ts';

describe('words', () => {
  it('keep numbers and Latin words whole', () => {
    expect(words('2024年Kaspi平台')).toEqual(expect.arrayContaining(['2024', 'Kaspi', '平台']));
  });

  it('make the text again when they are joined', () => {
    const unit = fc.constantFrom(...'中亚贸易额2024年，。“”（）a. \n　é我𠮷😀');
    fc.assert(fc.property(fc.string({ unit }), (text) => words(text).join('') === text));
  });

  it('make every paragraph of the report again', () => {
    for (const chapter of realReport().chapters)
      for (const { paragraphs } of chapter.sections)
        for (const { text } of paragraphs) expect(words(text).join('')).toBe(text);
  });
});

describe('search tokens', () => {
  it('hold no punctuation and no stop words', () => {
    expect(searchTokens('什么是“鲁班工坊”？')).not.toEqual(expect.arrayContaining(['什么', '是', '“', '？']));
  });

  it('are the same however a question is typed', () => {
    expect(searchTokens('２０２４年中國對中亞ＧＷ')).toEqual(searchTokens('2024年中国对中亚gw'));
  });

  it('include the shorter words within a long one', () => {
    expect(searchTokens('基础设施建设')).toEqual(expect.arrayContaining(['基础', '设施', '建设']));
  });
});
