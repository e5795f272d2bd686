import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Partner, PartnerEntry } from './partner.ts';
import { parsePartners } from './partners-file.ts';

interface PartnersDocument {
  readonly partners: readonly PartnerEntry[];
}

/** The partners that a file names, enabled or not; none where there is no file. */
export async function readPartners(path: string): Promise<Partner[]> {
  return parsePartners(await readDocument(path), path);
}

/**
 * Changes the file's entries, only into a file that can be read again. A running service takes it up by itself.
 * @throws PartnersFileError when the file had a mistake before or would have one now; it stays as it was
 */
export async function editPartners(
  path: string,
  edit: (partners: readonly PartnerEntry[]) => readonly PartnerEntry[],
): Promise<Partner[]> {
  const before = await readDocument(path);
  parsePartners(before, path);
  const { partners } = JSON.parse(before.replace(/^\uFEFF/, '')) as PartnersDocument;
  const after = `${JSON.stringify({ partners: edit(partners) }, null, 2)}\n`;
  const changed = parsePartners(after, `${path} as it would be`);
  // Put into place whole: a service that looks meanwhile sees the old file or the new one.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, after);
  await rename(draft, path);
  return changed;
}

async function readDocument(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{ "partners": [] }';
    throw error;
  }
}
