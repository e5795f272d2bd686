import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer as russianStemmer } from '@orama/stemmers/russian';
import { normalise } from './normalise.ts';

const FOREIGN_WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}\d][\p{Script=Latin}\p{Script=Cyrillic}\d.,%]*(?<![.,])/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Latin and Cyrillic words of a text, without endings (Snowball), ё as е; numbers as they stand. */
export function stems(text: string): string[] {
  const words = normalise(text).replaceAll('ё', 'е').match(FOREIGN_WORD) ?? [];
  return words.map((word) => (CYRILLIC.test(word) ? russianStemmer(word) : englishStemmer(word)));
}
