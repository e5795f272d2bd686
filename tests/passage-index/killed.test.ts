import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexDirectory } from '../../lib/passage-index/editions.ts';
import { edit, ingestInto, open, type SmallCorpus, smallCorpus } from './small-index.ts';

const home = await mkdtemp(join(tmpdir(), 'zhangwen-'));
const corpus = await smallCorpus(home);
const { manifest: before } = await ingestInto(corpus);
await edit(corpus);
// A rehearsal tells the steps, and what the edition will be called.
const steps: string[] = [];
const rehearsal = { ...corpus, dataDirectory: join(home, 'rehearsal') };
await cp(corpus.dataDirectory, rehearsal.dataDirectory, { recursive: true });
const { manifest: after } = await ingestInto(rehearsal, (stage, { detail, done }) => {
  steps.push([stage, detail ?? done].join(' '));
});
/** Called when the pointer has been replaced: until then the old index is the one that counts. */
const SWITCHED = 'published clean up';

interface Killed extends SmallCorpus {
  readonly signal: string | null;
}
const killed = new Map<string, Killed>();

beforeAll(async () => {
  const waiting = steps.entries();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const [step, name] of waiting) killed.set(name, await killAt(step));
    }),
  );
}, 180_000);

afterAll(() => rm(home, { recursive: true, force: true }));

async function killAt(step: number): Promise<Killed> {
  const dataDirectory = join(home, `killed-${step}`);
  await cp(corpus.dataDirectory, dataDirectory, { recursive: true });
  const script = 'tests/passage-index/ingest-killed.ts';
  const child = spawn(process.execPath, [script, corpus.roots[0] ?? '', dataDirectory, String(step)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  return { ...corpus, dataDirectory, signal };
}

describe('an ingest that is killed', () => {
  it('has steps to be killed at: files, passages, texts, every file of the index, its publication', () => {
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.at(-1)).toBe(SWITCHED);
  });

  it.each(steps)('at “%s” leaves the old index or the new one, whole', async (step) => {
    const remains = killed.get(step);
    expect(remains?.signal).toBe('SIGKILL');
    const { manifest } = await open(remains as Killed);
    expect(manifest.edition).toBe(step === SWITCHED ? after.edition : before.edition);
  });

  it.each(steps)('at “%s” is made good by the next, which leaves nothing behind', async (step) => {
    const remains = killed.get(step) as Killed;
    await forgetDeadProcess(remains);
    const { manifest } = await ingestInto(remains);
    expect(manifest.edition).toBe(after.edition);
    expect(await readdir(indexDirectory(remains.dataDirectory))).toEqual([
      'current',
      expect.stringMatching(`^edition-${after.edition}-`),
    ]);
  });
});

/** Its lock is a dead process's once it is old enough; the test does not wait for that. */
async function forgetDeadProcess({ dataDirectory }: SmallCorpus): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${indexDirectory(dataDirectory)}.lock`, longAgo, longAgo);
}
