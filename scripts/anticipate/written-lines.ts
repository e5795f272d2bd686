import { appendFile, readFile, truncate } from 'node:fs/promises';
import { type AnticipatedLine, anticipatedLineSchema } from '../../lib/report/anticipated-questions.ts';
import { parseJsonLines } from '../../lib/report/json-lines.ts';

const LINE_FEED = 0x0a;

/** The lines of a file that may not exist yet. What a killed process left of its last line is cut off. */
export async function writtenLines(path: string): Promise<AnticipatedLine[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  });
  const whole = bytes.lastIndexOf(LINE_FEED) + 1;
  if (whole < bytes.length) await truncate(path, whole);
  return parseJsonLines(bytes.subarray(0, whole), path, anticipatedLineSchema).map(({ value }) => value);
}

/** One write a line, so that whatever was paid for stays. */
export async function appendLine(path: string, line: AnticipatedLine): Promise<void> {
  await appendFile(path, `${JSON.stringify(line)}\n`);
}
