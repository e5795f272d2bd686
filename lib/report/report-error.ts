/** A file that cannot be read as a report. The message names the file, the line and what was expected. */
export class ReportError extends Error {
  override readonly name = 'ReportError';

  constructor(file: string, line: number, expected: string) {
    super(`${file}:${line}: ${expected}`);
  }
}
