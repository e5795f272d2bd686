import { z } from 'zod';
import { decodeReport } from './decode.ts';
import { ReportError } from './report-error.ts';

/** A line's value and its number, counted from 1. */
export interface JsonLine<T> {
  readonly value: T;
  readonly line: number;
}

/**
 * Parses a JSON Lines file; blank lines are passed over.
 * @throws ReportError naming the first line that is not of the form.
 */
export function parseJsonLines<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): JsonLine<T>[] {
  return decodeReport(bytes, file)
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(text, index + 1, file, schema)]));
}

function parseLine<T>(text: string, line: number, file: string, schema: z.ZodType<T>): JsonLine<T> {
  try {
    return { value: schema.parse(JSON.parse(text)), line };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new ReportError(file, line, reason.replace(/\s*\n\s*/g, ' '));
  }
}
