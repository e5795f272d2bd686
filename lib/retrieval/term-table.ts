import type { Term } from '../report/glossary.ts';
import { FOREIGN_FUNCTION_WORDS } from '../text/function-words.ts';
import { foreignWords, stemOf, stems } from '../text/stems.ts';

/** A foreign question in the report's own words. */
export interface Translation {
  /** The preferred Chinese wording of each phrase and every number or name left as it is, in the question's order. */
  readonly preferred: readonly string[];
  /** Further Chinese wordings of the same phrases. */
  readonly alternatives: readonly string[];
}

/** Words that follow one another, stemmed, and the Chinese wordings of what they name, where it is known. */
export interface Phrase {
  readonly words: readonly string[];
  readonly forms?: readonly string[];
}

// One Chinese character (`哈`, `乌`) stands in too many words to search for.
const SHORTEST_ALTERNATIVE = 2;

/** Turns English and Russian phrases into a report's Chinese terms: stems compared, longest phrase first. */
export class TermTable {
  readonly #byStems = new Map<string, string[]>();
  #longest = 1;

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const form of [...term.en, ...term.ru]) this.#add(stems(form), term.zh);
    }
  }

  translate(text: string): Translation {
    const preferred: string[] = [];
    const alternatives: string[] = [];
    for (const { words, forms } of this.phrasesOf(text)) {
      if (forms?.[0]) {
        preferred.push(forms[0]);
        alternatives.push(...forms.slice(1).filter((form) => form.length >= SHORTEST_ALTERNATIVE));
      } else if (/\d/.test(words[0] ?? '')) {
        preferred.push(words[0] ?? '');
      }
    }
    return { preferred: unique(preferred), alternatives: unique(alternatives) };
  }

  /** The text's stems, those of a known phrase together, in reading order. */
  phrasesOf(text: string): Phrase[] {
    const words = foreignWords(text);
    const tokens = words.map(stemOf);
    const phrases: Phrase[] = [];
    for (let at = 0; at < tokens.length; ) {
      const { length, forms } = this.#longestAt(tokens, at);
      const isFunctionWord = length === 1 && FOREIGN_FUNCTION_WORDS.has(words[at] ?? '');
      phrases.push({ words: tokens.slice(at, at + length), ...(forms && !isFunctionWord && { forms }) });
      at += length;
    }
    return phrases;
  }

  #add(phrase: readonly string[], forms: readonly string[]): void {
    if (phrase.length === 0) return;
    const key = phrase.join(' ');
    this.#byStems.set(key, unique([...(this.#byStems.get(key) ?? []), ...forms]));
    this.#longest = Math.max(this.#longest, phrase.length);
  }

  #longestAt(tokens: readonly string[], start: number): { length: number; forms?: readonly string[] } {
    for (let length = Math.min(this.#longest, tokens.length - start); length > 0; length--) {
      const forms = this.#byStems.get(tokens.slice(start, start + length).join(' '));
      if (forms) return { length, forms };
    }
    return { length: 1 };
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
