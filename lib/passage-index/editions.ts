import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { IndexError } from './index-error.ts';
import { MANIFEST_FILE, syncPath, writeDurably } from './index-files.ts';
import { sha256Of } from './manifest.ts';

// DATA_DIR/index/current            names the published edition's folder
// DATA_DIR/index/edition-…/         published
// DATA_DIR/index/building-…/        being written, or left by a process that was killed
const POINTER_FILE = 'current';
/** The edition, then the beginning of its manifest's hash. */
const EDITION_FOLDER = /^edition-[0-9a-f]{12}-[0-9a-f]{8}$/;
/** Unfinished folders, and pointers that were never switched to. */
const LEFTOVER = /^(building|current\.)/;

/** Milliseconds without a sign of life after which a lock is a dead process's. */
const LOCK_STALE_AFTER = 10_000;
/** How long a second ingest waits for the first: longer than a large corpus takes. */
const LOCK_WAIT = { retries: 600, minTimeout: 500, maxTimeout: 500, factor: 1 };

export function indexDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'index');
}

/** The published edition's folder, or undefined when nothing was published yet. */
export async function currentEdition(dataDirectory: string): Promise<string | undefined> {
  const directory = indexDirectory(dataDirectory);
  const name = await readFile(join(directory, POINTER_FILE), 'utf8').catch(ignoreMissing);
  if (name === undefined) return undefined;
  if (!EDITION_FOLDER.test(name.trim())) {
    throw new IndexError(
      'damaged',
      `${join(directory, POINTER_FILE)} names no edition. Mend it with: npm run ingest`,
    );
  }
  return join(directory, name.trim());
}

/** Runs `work` while no other process builds an index there. `onWait` is called once if another does. */
export async function withIndexLock<T>(
  dataDirectory: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const directory = indexDirectory(dataDirectory);
  await mkdir(directory, { recursive: true });
  const release = await acquire(directory, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

/** An empty folder to build in. Call it under the lock. */
export async function newBuildFolder(dataDirectory: string): Promise<string> {
  const folder = join(indexDirectory(dataDirectory), `building-${randomUUID()}`);
  await mkdir(folder);
  return folder;
}

/**
 * Removes what no pointer leads to: unfinished folders of ingests that failed or were killed, and editions that
 * were replaced (whoever has one open holds it in memory). Call it under the lock.
 */
export async function removeLeftovers(dataDirectory: string): Promise<void> {
  const directory = indexDirectory(dataDirectory);
  const current = await currentEdition(dataDirectory).catch(() => undefined);
  const leftovers = (await readdir(directory)).filter(
    (name) => LEFTOVER.test(name) || (EDITION_FOLDER.test(name) && join(directory, name) !== current),
  );
  await Promise.all(leftovers.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}

/**
 * Makes a finished folder the current edition. The pointer is replaced in one step, so that readers find the
 * old edition or the new one.
 */
export async function publish(
  dataDirectory: string,
  folder: string,
  edition: string,
  onStep: (step: string) => void,
): Promise<void> {
  const directory = indexDirectory(dataDirectory);
  const name = `edition-${edition}-${await manifestMark(folder)}`;
  onStep('rename');
  await rename(folder, join(directory, name));
  onStep('pointer');
  const draft = join(directory, `${POINTER_FILE}.${process.pid}`);
  await writeDurably(draft, `${name}\n`);
  onStep('switch');
  await rename(draft, join(directory, POINTER_FILE));
  await syncPath(directory);
  onStep('clean up');
}

/** Whether an edition's folder bears the name that its manifest gives it: the manifest vouches for every other file. */
export async function bearsItsManifest(folder: string): Promise<boolean> {
  return folder.endsWith(`-${await manifestMark(folder)}`);
}

async function manifestMark(folder: string): Promise<string> {
  return sha256Of(await readFile(join(folder, MANIFEST_FILE))).slice(0, 8);
}

async function acquire(directory: string, onWait: () => void): Promise<() => Promise<void>> {
  try {
    return await lock(directory, { stale: LOCK_STALE_AFTER });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    onWait();
  }
  try {
    return await lock(directory, { stale: LOCK_STALE_AFTER, retries: LOCK_WAIT });
  } catch {
    throw new IndexError('busy', 'Another ingest is still running. Try again when it is through.');
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
