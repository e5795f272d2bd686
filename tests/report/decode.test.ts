import { describe, expect, it } from 'vitest';
import { parseReport } from '../../lib/report/parse.ts';
import { paragraphsOf } from '../../lib/report/report.ts';
import { ReportError } from '../../lib/report/report-error.ts';

const refusal = (bytes: Uint8Array) => {
  try {
    parseReport(bytes, 'corpus/broken.txt');
  } catch (error) {
    expect(error).toBeInstanceOf(ReportError);
    return (error as Error).message;
  }
  throw new Error('It was not refused');
};

const TEXT = '某报告\n\n序言\n\n正文在此。\n';
/** 中国 in GB18030. */
const GB18030 = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]);

describe('a file that is no report is refused with its name, a line and what was expected', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'corpus/broken.txt:1: expected a report, found an empty file'],
    ['blank lines', Buffer.from('\n \n\t\n'), 'corpus/broken.txt:1: expected a report, found an empty file'],
    [
      'no heading',
      Buffer.from('某报告\n\n正文。\n'),
      'corpus/broken.txt:3: expected at least one chapter heading (第一章',
    ],
    [
      'headings alone',
      Buffer.from('某报告\n\n序言\n\n第一章 成果\n'),
      'corpus/broken.txt:5: expected paragraphs',
    ],
    [
      'a table of contents alone',
      Buffer.from('某报告\n目录\n序言\t1\n'),
      'corpus/broken.txt:1: expected at least one',
    ],
    [
      'text before the first heading',
      Buffer.from('某报告\n目录\n序言\t1\n\n正文。\n序言\n'),
      'corpus/broken.txt:5: expected a chapter heading (第一章 …, 序言), found “正文。”',
    ],
    [
      'GB18030',
      Buffer.concat([Buffer.from(TEXT), GB18030]),
      'corpus/broken.txt:6: expected UTF-8; convert the file, e.g. iconv -f GB18030',
    ],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
      'corpus/broken.txt:1: expected UTF-8, found UTF-16; convert the file: iconv -f UTF-16 -t UTF-8',
    ],
    [
      'UTF-16, the other way round',
      Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(),
      'corpus/broken.txt:1: expected UTF-8, found UTF-16',
    ],
    [
      'a NUL byte',
      Buffer.from('某报告\n\n序言\n正\0文。\n'),
      'corpus/broken.txt:4: expected UTF-8 text, found a NUL byte',
    ],
    ['half a character at its end', Buffer.from(TEXT).subarray(0, -3), 'corpus/broken.txt:5: expected UTF-8'],
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });

  it('in one line', () => {
    expect(refusal(Buffer.from('某报告'))).not.toContain('\n');
  });
});

describe('a file is read', () => {
  const text = (bytes: Buffer) =>
    paragraphsOf(parseReport(bytes, 'x.txt')).map((paragraph) => paragraph.text);

  it('with a byte order mark', () => {
    const report = parseReport(Buffer.from(`\uFEFF${TEXT}`), 'x.txt');
    expect(report.title).toBe('某报告');
  });

  it.each([
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('with %s at the ends of its lines', (_, lineEnd) => {
    expect(text(Buffer.from(TEXT.replaceAll('\n', lineEnd)))).toEqual(['正文在此。']);
  });

  it('without a line break at its end', () => {
    expect(text(Buffer.from(TEXT.trimEnd()))).toEqual(['正文在此。']);
  });
});
