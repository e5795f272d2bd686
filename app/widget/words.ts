import type { Options } from './options.ts';

/** What the loader says itself. Put in when it is built, from the dictionaries: they are too large to send. */
declare const LOADER_WORDS: Readonly<Record<Options['language'], LoaderWords>>;

export interface LoaderWords {
  readonly name: string;
  readonly close: string;
  readonly unavailable: string;
}

export const WORDS = LOADER_WORDS;
