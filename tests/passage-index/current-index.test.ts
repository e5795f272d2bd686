import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CurrentIndex } from '../../lib/passage-index/current-index.ts';
import { indexDirectory } from '../../lib/passage-index/editions.ts';
import { edit, ingestInto, model, open, type SmallCorpus, smallCorpus } from './small-index.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function serving(corpus: SmallCorpus) {
  const errors: string[] = [];
  const current = await CurrentIndex.open(
    corpus.dataDirectory,
    model,
    (index) => index,
    (error) => errors.push(error.message),
  );
  onTestFinished(() => current.close());
  return { errors, edition: () => current.view.manifest.edition };
}

const aWhile = () => vi.advanceTimersByTimeAsync(10_000);

describe('an index that is being served', () => {
  it('is replaced soon after another edition is published', async () => {
    const corpus = await smallCorpus();
    const first = await ingestInto(corpus);
    const { edition, errors } = await serving(corpus);
    await edit(corpus);
    const second = await ingestInto(corpus);
    expect(edition()).toBe(first.manifest.edition);
    await aWhile();
    await vi.waitFor(() => expect(edition()).toBe(second.manifest.edition), 5_000);
    expect(errors).toEqual([]);
  });

  it('stays when what was published cannot be opened, and that is reported', async () => {
    const corpus = await smallCorpus();
    const first = await ingestInto(corpus);
    const { edition, errors } = await serving(corpus);
    await writeFile(join(indexDirectory(corpus.dataDirectory), 'current'), 'edition-0123456789ab-01234567\n');
    await aWhile();
    await vi.waitFor(() => expect(errors).toEqual([expect.stringContaining('npm run ingest')]), 5_000);
    expect(edition()).toBe(first.manifest.edition);
  });

  it('can be opened at any moment while editions follow one another', async () => {
    const corpus = await smallCorpus();
    await ingestInto(corpus);
    const editions = (async () => {
      for (let round = 0; round < 5; round++) {
        await edit(corpus, `升至${31 + round}%`, `升至${32 + round}%`);
        await ingestInto(corpus);
      }
      return 'done';
    })();
    const seen = new Set<string>();
    for (let done = false; !done; ) {
      seen.add((await open(corpus)).manifest.edition);
      done = (await Promise.race([editions, new Promise((resolve) => setImmediate(resolve))])) === 'done';
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});
