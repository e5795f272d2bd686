import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Written last by `next build`. */
const BUILD_MARK = join('.next', 'BUILD_ID');
/** What the web app is built from. */
const INPUTS = ['app', 'lib', 'instrumentation.ts', 'next.config.ts', 'package-lock.json', 'tsconfig.json'];

/** Whether the build in `directory` is newer than everything it was made from. */
export async function buildIsCurrent(directory = '.', inputs: readonly string[] = INPUTS): Promise<boolean> {
  const built = await modified(join(directory, BUILD_MARK));
  if (built === undefined) return false;
  const times = await Promise.all(inputs.map(newestWithin));
  return Math.max(...times) <= built;
}

async function newestWithin(path: string): Promise<number> {
  const own = await modified(path);
  if (own === undefined) return 0;
  if (!(await stat(path)).isDirectory()) return own;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newestWithin(join(path, name))));
  return Math.max(own, ...times);
}

async function modified(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
