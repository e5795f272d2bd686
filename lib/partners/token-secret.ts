import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SECRET_FILE = 'token-secret';
/** As long as the hash that the tokens are signed with. */
const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * What tokens are signed with: the setting, else a secret that is made once and kept in the data directory, so that
 * visitors keep their tokens over a restart and processes that share the directory share it.
 * @throws Error when the file cannot be written or does not hold a secret
 */
export async function tokenSecret(dataDirectory: string, setting: string | undefined): Promise<Uint8Array> {
  if (setting !== undefined) return new TextEncoder().encode(setting);
  const path = join(dataDirectory, SECRET_FILE);
  const secret = (await readSecret(path)) ?? (await makeSecret(dataDirectory, path));
  if (secret.length !== SECRET_BYTES) {
    throw new Error(`${path} does not hold a secret; delete it and start again to have a new one made`);
  }
  return secret;
}

async function readSecret(path: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked into place: of two processes that start at once, both use the one that came first. */
async function makeSecret(dataDirectory: string, path: string): Promise<Buffer> {
  await mkdir(dataDirectory, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: OWNER_ONLY });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecret(path)) ?? Buffer.alloc(0);
}
