import { ReportError } from './report-error.ts';

const LINE_FEED = 0x0a;
/** The byte order mark, little and big end first. Neither begins a UTF-8 text. */
const UTF_16_MARKS = new Set(['255 254', '254 255']);

/**
 * The file's bytes as text. A byte order mark is dropped and line ends become `\n`.
 * @throws ReportError when the bytes are not UTF-8 text.
 */
export function decodeReport(bytes: Uint8Array, file: string): string {
  const text = decodeUtf8(bytes, file);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new ReportError(
      file,
      lineOf(text, nul),
      'expected UTF-8 text, found a NUL byte (UTF-16, or not a text file?)',
    );
  }
  return text.replace(/\r\n?/g, '\n');
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  if (UTF_16_MARKS.has(`${bytes[0]} ${bytes[1]}`)) {
    throw new ReportError(
      file,
      1,
      'expected UTF-8, found UTF-16; convert the file: iconv -f UTF-16 -t UTF-8',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReportError(
      file,
      firstBrokenLine(bytes),
      'expected UTF-8; convert the file, e.g. iconv -f GB18030 -t UTF-8',
    );
  }
}

/** A line break never stands within a UTF-8 sequence, so the lines can be tried one by one. */
function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
