import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { indexDirectory } from '../../lib/passage-index/editions.ts';
import { IndexError } from '../../lib/passage-index/index-error.ts';
import { edit, ingestInto, open, smallCorpus } from './small-index.ts';

const PAGE = 4096;
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();
const why = canMount ? '' : ' (skipped: a small disk can only be mounted by root on Linux)';

/** What is left beside the old index, as a share of what the new one takes. */
const ROOM = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];

describe.skipIf(!canMount)(`a full disk${why}`, () => {
  it.each(ROOM)(
    'with room for %d of the index fails the ingest with a sentence and leaves the old index',
    async (room) => {
      const corpus = await smallCorpus();
      const { manifest } = await ingestInto(corpus);
      const pages = await pagesIn(corpus.dataDirectory);
      const disk = await smallDisk(pages + Math.floor(room * pages));
      await cp(corpus.dataDirectory, disk.path, { recursive: true });
      await edit(corpus);

      const onDisk = { ...corpus, dataDirectory: disk.path };
      const failure = await ingestInto(onDisk).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(IndexError);
      expect((failure as Error).message).toMatch(
        /could not be written: is the disk full\? Make room, then: npm run ingest/,
      );
      expect((await open(onDisk)).manifest.edition).toBe(manifest.edition);
      expect(await readdir(indexDirectory(disk.path))).toEqual([
        'current',
        expect.stringMatching(/^edition-/),
      ]);

      disk.grow();
      await expect(ingestInto(onDisk)).resolves.toMatchObject({ changed: true });
    },
  );
});

interface Disk {
  readonly path: string;
  readonly grow: () => void;
}

async function smallDisk(pages: number): Promise<Disk> {
  const path = await mkdtemp(join(tmpdir(), 'zhangwen-disk-'));
  mount('-t', 'tmpfs', '-o', `size=${pages * PAGE}`, 'none', path);
  onTestFinished(async () => {
    execFileSync('umount', ['-l', path]);
    await rm(path, { recursive: true, force: true });
  });
  return { path, grow: () => mount('-o', 'remount,size=64m', path) };
}

/** As the disk counts. */
async function pagesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + Math.ceil(size / PAGE), 0);
}

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

function mounts(): boolean {
  const path = join(tmpdir(), `zhangwen-mount-${process.pid}`);
  try {
    execFileSync('mkdir', ['-p', path]);
    mount('-t', 'tmpfs', '-o', 'size=64k', 'none', path);
    execFileSync('umount', [path]);
    return true;
  } catch {
    return false;
  } finally {
    execFileSync('rm', ['-rf', path]);
  }
}
