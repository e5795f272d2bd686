import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import {
  type AnticipatedQuestion,
  parseAnticipatedQuestions,
  QUESTIONS_SUFFIX,
  UNANSWERED_SUFFIX,
} from '../report/anticipated-questions.ts';
import { type Glossary, NAMES_SUFFIX, parseNames, parseTerms, TERMS_SUFFIX } from '../report/glossary.ts';
import { parseReport } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { IndexError } from './index-error.ts';
import { sha256Of } from './manifest.ts';

const REPORT_FILE = /\.txt$/;
const COMPANION_SUFFIXES = [QUESTIONS_SUFFIX, UNANSWERED_SUFFIX, TERMS_SUFFIX, NAMES_SUFFIX] as const;

/** A file that an index is made from, as it was read. */
export interface SourceFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A report's file and, where they exist, the files written for it that stand beside it. */
export interface SourceGroup {
  readonly report: SourceFile;
  readonly companions: ReadonlyMap<string, SourceFile>;
}

export interface ParsedSource {
  readonly report: Report;
  readonly questions: readonly AnticipatedQuestion[];
  readonly glossary: Glossary;
}

/** Everything that an index is made from. */
export interface Sources {
  readonly reports: readonly SourceGroup[];
  /** Questions that have nothing to do with any report. */
  readonly background?: SourceFile;
}

/** Reads the reports among `roots`, which are files or folders (not searched deeper). */
export async function readSources(roots: readonly string[], backgroundPath?: string): Promise<Sources> {
  // A file may be named twice, by itself and with its folder.
  const byPlace = new Map(
    (await Promise.all(roots.map(reportPaths))).flat().map((path) => [resolve(path), path]),
  );
  const paths = [...byPlace.values()];
  if (paths.length === 0) {
    throw new IndexError(
      'missing',
      `No report (*.txt) in ${roots.join(', ')}: put one there and run npm run ingest`,
    );
  }
  const reports = await Promise.all(paths.map(readGroup));
  if (backgroundPath === undefined) return { reports };
  const background = await readSource(backgroundPath);
  if (!background) throw new IndexError('missing', `${backgroundPath} is missing: it comes with the project`);
  return { reports, background };
}

/** All files: what an edition's hash is made from. */
export function filesOf({ reports, background }: Sources): SourceFile[] {
  const files = reports.flatMap((group) => [group.report, ...group.companions.values()]);
  return background ? [...files, background] : files;
}

/** @throws ReportError for a file that is not of its form; IndexError when two reports would have the same id. */
export function parseSources(groups: readonly SourceGroup[]): ParsedSource[] {
  const parsed = groups.map(parseGroup);
  for (const [index, { report }] of parsed.entries()) {
    const twin = parsed.findIndex((other) => other.report.id === report.id);
    if (twin !== index) {
      const [first, second] = [groups[twin]?.report.path, groups[index]?.report.path];
      throw new IndexError(
        'incompatible',
        `${first} and ${second} would both be called “${report.id}”: rename one`,
      );
    }
  }
  return parsed;
}

function parseGroup(group: SourceGroup): ParsedSource {
  const report = parseReport(group.report.bytes, group.report.path);
  const parse = <T>(suffix: string, parser: (bytes: Uint8Array, path: string) => T[]): T[] => {
    const file = group.companions.get(suffix);
    return file ? parser(file.bytes, file.path) : [];
  };
  const questions = (suffix: string, kind: AnticipatedQuestion['kind']) =>
    parse(suffix, (bytes, path) => parseAnticipatedQuestions(bytes, path, report, kind));
  return {
    report,
    questions: [...questions(QUESTIONS_SUFFIX, 'answered'), ...questions(UNANSWERED_SUFFIX, 'unanswered')],
    glossary: { terms: parse(TERMS_SUFFIX, parseTerms), names: parse(NAMES_SUFFIX, parseNames) },
  };
}

async function reportPaths(root: string): Promise<string[]> {
  try {
    if ((await stat(root)).isFile()) return [root];
    const names = await readdir(root);
    return names
      .filter((name) => REPORT_FILE.test(name))
      .sort()
      .map((name) => join(root, name));
  } catch (error) {
    throw new IndexError('missing', `Cannot read ${root}: ${(error as Error).message}`);
  }
}

async function readGroup(path: string): Promise<SourceGroup> {
  const report = await readSource(path);
  if (!report) throw new IndexError('missing', `Cannot read ${path}`);
  const companions = await Promise.all(
    COMPANION_SUFFIXES.map(
      async (suffix) => [suffix, await readSource(withoutEnding(path) + suffix)] as const,
    ),
  );
  return {
    report,
    companions: new Map(companions.flatMap(([suffix, file]) => (file ? [[suffix, file]] : []))),
  };
}

function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

async function readSource(path: string): Promise<SourceFile | undefined> {
  try {
    const bytes = await readFile(path);
    return { path: relative(process.cwd(), path) || path, bytes, sha256: sha256Of(bytes) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new IndexError('missing', `Cannot read ${path}: ${(error as Error).message}`);
  }
}
