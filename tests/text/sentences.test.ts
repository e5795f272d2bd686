import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseSpans, endsSentence, sentenceSpans } from '../../lib/text/sentences.ts';
import { type Span, textOf } from '../../lib/text/spans.ts';

const sentences = (text: string) => sentenceSpans(text).map((span) => textOf(text, span));
const clauses = (text: string) => clauseSpans(text).map((span) => textOf(text, span));
const chineseText = fc
  .array(fc.constantFrom('中', '亚', '。', '！', '？', '”', '“', '）', '；', '……', '\n', '，', '2', '.', 'a'))
  .map((parts) => parts.join(''));

describe('sentences', () => {
  it('end at 。！？', () => {
    expect(sentences('贸易增长。成果丰硕！前景如何？')).toEqual(['贸易增长。', '成果丰硕！', '前景如何？']);
  });

  it('take the closing marks that follow with them', () => {
    expect(sentences('他说：“合作可以成功。”中亚国家（五国。）同意。')).toEqual([
      '他说：“合作可以成功。”',
      '中亚国家（五国。）',
      '同意。',
    ]);
  });

  it('end at a line break as well', () => {
    expect(sentences('一、标题\n正文')).toEqual(['一、标题\n', '正文']);
  });

  it('do not end at a decimal point or an abbreviation', () => {
    expect(sentences('增长7.2%，见U.N.报告。')).toHaveLength(1);
  });

  it('cover any text without gap or overlap', () => {
    fc.assert(fc.property(chineseText, (text) => joined(text, sentenceSpans(text)) === text));
  });
});

describe('clauses', () => {
  it('end at semicolons and ellipses', () => {
    expect(clauses('开展合作；加强“协调；”沟通……共享情报。')).toEqual([
      '开展合作；',
      '加强“协调；”',
      '沟通……',
      '共享情报。',
    ]);
  });

  it('cover any sentence without gap or overlap', () => {
    fc.assert(fc.property(chineseText, (text) => joined(text, clauseSpans(text)) === text));
  });
});

describe('endsSentence', () => {
  it.each(['成功。', '成功。”', '成功！）', '成功？』', '成功。"'])('holds for %s', (text) => {
    expect(endsSentence(text)).toBe(true);
  });

  it.each(['成功', '成功，', '成功”', '成功；', ''])('does not hold for “%s”', (text) => {
    expect(endsSentence(text)).toBe(false);
  });
});

function joined(text: string, spans: readonly Span[]): string {
  return spans.map((span) => textOf(text, span)).join('');
}
