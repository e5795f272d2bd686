import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexedCorpus } from '../indexed-corpus.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { run } from './command.ts';

const SMALL = 'tests/fixtures/reports';

describe('npm run ingest', () => {
  it('shows its stages and sums up: passages, sentences, bytes, seconds', async () => {
    const { status, output, errors } = await run('ingest', [SMALL], { DATA_DIR: await temporaryDirectory() });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    for (const stage of ['Files', 'Passages', 'Embeddings', 'Index', 'Published'])
      expect(output).toMatch(stage);
    expect(output.trimEnd().split('\n').at(-1)).toMatch(
      /^Edition [0-9a-f]{12}: \d+ passages, \d+ sentences, .*\d MB; \d+ texts embedded; [\d.]+ s$/,
    );
  });

  it('has nothing to do when nothing changed', async () => {
    const { status, output } = await run('ingest', [], { DATA_DIR: await indexedCorpus() });
    expect(status).toBe(0);
    expect(output).toMatch(/nothing changed; [\d.]+ s\n$/);
  });

  it('waits for another that is under way, and says so', async () => {
    const settings = { DATA_DIR: await temporaryDirectory() };
    const outcomes = await Promise.all([run('ingest', [SMALL], settings), run('ingest', [SMALL], settings)]);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0]);
    const waited = outcomes.filter(({ output }) => output.includes('Waiting for another ingest'));
    expect(waited.map(({ output }) => output)).toEqual([expect.stringContaining('nothing changed')]);
  });

  it('ends with 1 and one line that names file, line and expectation', async () => {
    const directory = await temporaryDirectory();
    const report = join(directory, 'empty.txt');
    await writeFile(report, '');
    const { status, errors } = await run('ingest', [report], { DATA_DIR: join(directory, 'data') });
    expect(status).toBe(1);
    expect(errors).toMatch(/^\S*empty\.txt:1: expected a report, found an empty file\n$/);
  });

  it('ends with 1 when there is nothing to read', async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, 'corpus'));
    const missing = await run('ingest', [join(directory, 'no-such')], { DATA_DIR: directory });
    const empty = await run('ingest', [join(directory, 'corpus')], { DATA_DIR: directory });
    expect([missing.status, empty.status]).toEqual([1, 1]);
    expect(missing.errors).toMatch(/^Cannot read .*no-such.*\n$/);
    expect(empty.errors).toMatch(/^No report \(\*\.txt\) in .*\n$/);
  });

  it('ends with 2 and its usage for an option that it does not know', async () => {
    const { status, errors } = await run('ingest', ['--force']);
    expect(status).toBe(2);
    expect(errors).toMatch(/^Unknown option '--force'\. Usage: npm run ingest.*\n$/);
  });
});
