import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer as russianStemmer } from '@orama/stemmers/russian';
import { normalise } from './normalise.ts';

const FOREIGN_WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}\d][\p{Script=Latin}\p{Script=Cyrillic}\d.,%]*(?<![.,])/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Latin and Cyrillic words of a text in small letters, ё as е; numbers as they stand. */
export function foreignWords(text: string): string[] {
  return normalise(text).replaceAll('ё', 'е').match(FOREIGN_WORD) ?? [];
}

/** A word without its ending (Snowball). */
export function stemOf(word: string): string {
  return CYRILLIC.test(word) ? russianStemmer(word) : englishStemmer(word);
}

/** Latin and Cyrillic words of a text without their endings. */
export function stems(text: string): string[] {
  return foreignWords(text).map(stemOf);
}
