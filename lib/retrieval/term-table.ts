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
    const words = foreignWords(text);
    const tokens = words.map(stemOf);
    const preferred: string[] = [];
    const alternatives: string[] = [];
    for (let at = 0; at < tokens.length; ) {
      const { length, forms } = this.#longestAt(tokens, at);
      const isFunctionWord = length === 1 && FOREIGN_FUNCTION_WORDS.has(words[at] ?? '');
      if (forms?.[0] && !isFunctionWord) {
        preferred.push(forms[0]);
        alternatives.push(...forms.slice(1).filter((form) => form.length >= SHORTEST_ALTERNATIVE));
      } else if (/\d/.test(tokens[at] ?? '')) {
        preferred.push(tokens[at] ?? '');
      }
      at += length;
    }
    return { preferred: unique(preferred), alternatives: unique(alternatives) };
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
