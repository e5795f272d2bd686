import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The loader as it was built with this app: next.config.ts puts it in. */
declare const LOADER_SOURCE: string;

const FOLDER = 'widget';
/** Characters of the hash in an address: no two loaders will share them by chance. */
const NAME_LENGTH = 20;
const FILE_NAME = new RegExp(`^[0-9a-f]{${NAME_LENGTH}}\\.js$`);

export const loaderSource = (): string => LOADER_SOURCE;

/** `3f….js`: the address of a loader that never changes, below /widget/. */
export function loaderFileName(source: string): string {
  return `${createHash('sha384').update(source).digest('hex').slice(0, NAME_LENGTH)}.js`;
}

/** What a page's `integrity` attribute holds the loader to. */
export function loaderIntegrity(source: string): string {
  return `sha384-${createHash('sha384').update(source).digest('base64')}`;
}

/** Keeps the loader of today, so that pages which pin it find it when there is another. */
export async function keepLoader(dataDirectory: string): Promise<void> {
  const folder = join(dataDirectory, FOLDER);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(join(folder, loaderFileName(LOADER_SOURCE)), LOADER_SOURCE, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A loader of today or before, by its file name; undefined where there never was one. */
export async function findLoader(dataDirectory: string, fileName: string): Promise<string | undefined> {
  if (!FILE_NAME.test(fileName)) return undefined;
  if (fileName === loaderFileName(LOADER_SOURCE)) return LOADER_SOURCE;
  const source = await readFile(join(dataDirectory, FOLDER, fileName), 'utf8').catch(() => '');
  return fileName === loaderFileName(source) ? source : undefined;
}
