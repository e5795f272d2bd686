import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** From the ground up: each may import only from those before it. */
const ORDER = [
  'lib/text',
  'lib/report',
  'lib/passages',
  'lib/models',
  'lib/passage-index',
  'lib/retrieval',
  'lib/answer',
  'lib/partners',
  'lib/evaluation',
];

interface Module {
  readonly file: string;
  readonly lines: number;
  readonly source: string;
  /** Files of the project that it imports, and packages by name. */
  readonly imports: readonly string[];
  /** Those that remain when types are gone. */
  readonly importsAtRunTime: readonly string[];
}

const modules = ['lib', 'app', 'scripts']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map(readModule);
const inFolder = (folder: string) => modules.filter(({ file }) => file.startsWith(`${folder}/`));

function readModule(file: string): Module {
  const source = readFileSync(file, 'utf8');
  const lines = source.trimEnd().split('\n').length;
  const importsAtRunTime = importsIn(source.replace(/^(import|export) type [^;]*;/gm, ''), file);
  return { file, source, lines, imports: importsIn(source, file), importsAtRunTime };
}

function importsIn(source: string, file: string): string[] {
  const specifiers = source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g);
  return Array.from(specifiers, ([, specifier = '']) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
  );
}

/** `lib/text/normalise.ts` → `lib/text`; `lib/settings.ts` stays. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

describe('the folders of lib/', () => {
  it('are all known', () => {
    const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders
        .map(({ name }) => `lib/${name}`)
        .filter((folder) => ![...ORDER, 'lib/wording'].includes(folder)),
    ).toEqual([]);
  });

  it.each(ORDER)('%s imports only from those before it', (folder) => {
    const allowed = [...ORDER.slice(0, ORDER.indexOf(folder) + 1)];
    if (folder === 'lib/answer') allowed.push('lib/wording');
    const foreign = inFolder(folder).flatMap(({ file, imports }) =>
      imports
        .filter((path) => path.startsWith('lib/') && !allowed.includes(folderOf(path)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(foreign).toEqual([]);
  });

  it('take nothing from app/, scripts/ or tests/', () => {
    const taken = inFolder('lib').flatMap(({ file, imports }) =>
      imports.filter((path) => /^(app|scripts|tests)\//.test(path)).map((path) => `${file} imports ${path}`),
    );
    expect(taken).toEqual([]);
  });

  it('lib/wording needs nothing but the languages’ types', () => {
    const needed = inFolder('lib/wording').flatMap(({ imports }) =>
      imports.filter((path) => folderOf(path) !== 'lib/wording'),
    );
    expect([...new Set(needed)].filter((path) => folderOf(path) !== 'lib/text')).toEqual([]);
    for (const { source } of inFolder('lib/wording'))
      expect(source).not.toMatch(/^import (?!type)[^;]*'\.\.\/text/m);
  });
});

describe('what only one place may touch', () => {
  it.each([
    ['nodejieba', /^nodejieba$/, 'lib/text/'],
    ['hnswlib', /^hnswlib-node$/, 'lib/passage-index/'],
    ['a vector store', /^@langchain\/community\/(vectorstores|stores)/, 'lib/passage-index/'],
    ['onnxruntime', /^onnxruntime-node$/, 'lib/models/'],
  ])('%s', (_, wanted, folder) => {
    const importers = modules.filter(({ imports }) => imports.some((path) => wanted.test(path)));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.map(({ file }) => file).filter((file) => !file.startsWith(folder))).toEqual([]);
  });

  it('the environment: lib/settings.ts reads it, lib/ and app/ read no other', () => {
    const readers = [...inFolder('lib'), ...inFolder('app')].filter(({ source }) =>
      source.includes('process.env'),
    );
    expect(readers.map(({ file }) => file)).toEqual(['lib/settings.ts']);
  });
});

describe('imports', () => {
  it('go in no circle when the code runs', () => {
    const importsOf = new Map(modules.map(({ file, importsAtRunTime }) => [file, importsAtRunTime]));
    const finished = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      else if (!finished.has(file)) {
        for (const next of importsOf.get(file) ?? []) visit(next, [...trail, file]);
        finished.add(file);
      }
    };
    for (const { file } of modules) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('of the project’s own files name their ending and lead to a file', () => {
    const files = new Set(modules.map(({ file }) => file));
    const own = modules.flatMap(({ imports }) => imports.filter((path) => /^(lib|app|scripts)\//.test(path)));
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((path) => !files.has(path) && !existsSync(path))).toEqual([]);
  });
});

describe('files', () => {
  const lengths = modules.map(({ lines }) => lines).toSorted((a, b) => a - b);

  it('have less than 120 lines in the middle', () => {
    expect(lengths[lengths.length >> 1]).toBeLessThan(120);
  });

  it('have 300 lines at most', () => {
    expect(modules.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
      [],
    );
  });
});
