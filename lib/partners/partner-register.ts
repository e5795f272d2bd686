import { readFile, stat } from 'node:fs/promises';
import type { Partner } from './partner.ts';
import { parsePartners } from './partners-file.ts';

/** Milliseconds between looks at the file: a change shows soon, and looking costs one `stat`. */
const LOOK_EVERY = 1_000;

/** What tells two versions of a file apart. */
type Version = string;
const ABSENT: Version = 'absent';

/**
 * The partners, as their file says at the moment. A file with a mistake, or one that has gone, is reported once
 * and the partners stay as they were. Where there never was a file there are no partners.
 */
export class PartnerRegister {
  readonly #path: string;
  readonly #onError: (error: Error) => void;
  #partners: ReadonlyMap<string, Partner> = new Map();
  #version: Version = ABSENT;
  #problem = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(path: string, onError: (error: Error) => void) {
    this.#path = path;
    this.#onError = onError;
  }

  static async open(path: string, onError: (error: Error) => void): Promise<PartnerRegister> {
    const register = new PartnerRegister(path, onError);
    await register.look();
    register.#timer = setInterval(() => void register.look(), LOOK_EVERY).unref();
    return register;
  }

  /** Undefined for a partner who is unknown or disabled: nobody outside need know which. */
  find(id: string): Partner | undefined {
    const partner = this.#partners.get(id);
    return partner?.enabled ? partner : undefined;
  }

  /** Takes up the file if it is another than before. */
  async look(): Promise<void> {
    try {
      const version = await versionOf(this.#path);
      if (version === this.#version) return;
      this.#version = version;
      if (version === ABSENT) throw new Error(`${this.#path} is gone; the partners stay as they were`);
      const partners = parsePartners(await readFile(this.#path, 'utf8'), this.#path);
      this.#partners = new Map(partners.map((partner) => [partner.id, partner]));
      this.#problem = '';
    } catch (error) {
      this.#report(error as Error);
    }
  }

  #report(error: Error): void {
    if (error.message === this.#problem) return;
    this.#problem = error.message;
    this.#onError(error);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

async function versionOf(path: string): Promise<Version> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return [mtimeMs, size, ino].join('-');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ABSENT;
    throw error;
  }
}
