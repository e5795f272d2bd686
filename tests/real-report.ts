import { readFileSync } from 'node:fs';
import { parseReport } from '../lib/report/parse.ts';
import type { Report } from '../lib/report/report.ts';

export const REPORT_FILE = 'corpus/report.txt';

/** The report that the project ships with, parsed from its file. */
export function realReport(): Report {
  return parseReport(readFileSync(REPORT_FILE), REPORT_FILE);
}
