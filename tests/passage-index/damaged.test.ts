import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { indexDirectory } from '../../lib/passage-index/editions.ts';
import { buildGraph, writeGraph } from '../../lib/passage-index/hnsw.ts';
import { IndexError } from '../../lib/passage-index/index-error.ts';
import { INDEX_FILES, MANIFEST_FILE } from '../../lib/passage-index/index-files.ts';
import { openIndex } from '../../lib/passage-index/open.ts';
import { edit, ingestInto, model, open, smallCorpus } from './small-index.ts';

const home = await mkdtemp(join(tmpdir(), 'zhangwen-'));
afterAll(() => rm(home, { recursive: true, force: true }));

const corpus = await smallCorpus(home);
const QUESTIONS = 'harbours.questions.jsonl';
await cp(`tests/fixtures/reports/${QUESTIONS}`, join(corpus.roots[0] ?? '', QUESTIONS));
await ingestInto(corpus);
const foreign = { ...corpus, dataDirectory: join(home, 'foreign') };
await edit(corpus);
await ingestInto(foreign);

let copies = 0;
/** A copy of the index to damage, and its edition's folder. */
async function copyOfIndex(): Promise<{ dataDirectory: string; folder: string }> {
  const dataDirectory = join(home, `copy-${copies++}`);
  await cp(corpus.dataDirectory, dataDirectory, { recursive: true });
  return { dataDirectory, folder: await editionIn(dataDirectory) };
}

async function editionIn(dataDirectory: string): Promise<string> {
  const names = await readdir(indexDirectory(dataDirectory));
  return join(indexDirectory(dataDirectory), names.find((name) => name.startsWith('edition-')) ?? '');
}

async function refusal(opening: Promise<unknown>): Promise<IndexError> {
  const error = await opening.then(
    () => new Error('It was opened'),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(IndexError);
  expect(error.message).toContain('npm run ingest');
  expect(error.message).not.toContain('\n');
  return error;
}

const FILES = [...INDEX_FILES, MANIFEST_FILE];

describe.each(FILES)('%s', (name) => {
  it.each([
    ['emptied', () => Buffer.alloc(0)],
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['short of its last byte', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['longer by a byte', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(' ')])],
    ['with a bit flipped in its beginning', (bytes: Buffer) => flipped(bytes, 1)],
    ['with a bit flipped in its middle', (bytes: Buffer) => flipped(bytes, bytes.length >> 1)],
    ['with a bit flipped at its end', (bytes: Buffer) => flipped(bytes, bytes.length - 2)],
  ])('%s is refused', async (_, damage) => {
    const { dataDirectory, folder } = await copyOfIndex();
    const path = join(folder, name);
    await writeFile(path, damage(await readFile(path)));
    expect(await refusal(openIndex(dataDirectory, model))).toMatchObject({ problem: 'damaged' });
  });

  it('that is missing is refused, and named', async () => {
    const { dataDirectory, folder } = await copyOfIndex();
    await rm(join(folder, name));
    expect((await refusal(openIndex(dataDirectory, model))).message).toContain(name);
  });
});

describe('a file of another index', () => {
  // Of these two, the rest is the same: the edit changed no question and no term.
  const changed = ['reports.json', 'passages.json', 'passages.hnsw', 'sentences.f32', MANIFEST_FILE];
  it.each(changed)('is refused in place of %s', async (name) => {
    const { dataDirectory, folder } = await copyOfIndex();
    await cp(join(await editionIn(foreign.dataDirectory), name), join(folder, name));
    await refusal(openIndex(dataDirectory, model));
  });

  it('is refused when it is a graph of other dimensions', async () => {
    const { dataDirectory, folder } = await copyOfIndex();
    await writeGraph(
      await buildGraph(new Float32Array(64 * 10).fill(0.125), 64),
      join(folder, 'passages.hnsw'),
    );
    await refusal(openIndex(dataDirectory, model));
  });
});

describe('an index', () => {
  it('that was made with another model is refused', async () => {
    const other = { ...model, id: 'other-model@0123', dimensions: model.dimensions } as typeof model;
    const error = await refusal(openIndex(corpus.dataDirectory, other));
    expect(error).toMatchObject({ problem: 'incompatible' });
    expect(error.message).toContain('other-model@0123');
  });

  it('that was never built is refused with the command that builds it', async () => {
    const error = await refusal(openIndex(join(home, 'nothing'), model));
    expect(error).toMatchObject({ problem: 'missing' });
  });

  it.each(['', 'edition-xyz\n', '../../elsewhere\n', 'edition-0123456789ab-01234567\n'])(
    'whose pointer says %j is refused',
    async (pointer) => {
      const { dataDirectory } = await copyOfIndex();
      await writeFile(join(indexDirectory(dataDirectory), 'current'), pointer);
      expect(await refusal(openIndex(dataDirectory, model))).toMatchObject({ problem: 'damaged' });
    },
  );

  it('of another format is refused', async () => {
    const { dataDirectory, folder } = await copyOfIndex();
    const path = join(folder, MANIFEST_FILE);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"format": 1', '"format": 0'));
    await refusal(openIndex(dataDirectory, model));
  });

  it('is mended by the command that the refusal names', async () => {
    const { dataDirectory, folder } = await copyOfIndex();
    await writeFile(join(folder, 'sentences.hnsw'), 'no graph');
    await ingestInto({ ...corpus, dataDirectory });
    await expect(open({ dataDirectory })).resolves.toBeDefined();
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const place = Math.max(0, Math.min(at, copy.length - 1));
  copy[place] = (copy[place] ?? 0) ^ 0b0000_0100;
  return copy;
}
