import { type Language, languageOf } from '../text/language.ts';
import { normalise, printable } from '../text/normalise.ts';
import type { NameVariants } from './name-variants.ts';
import type { TermTable } from './term-table.ts';

/** A question in the forms in which it is searched. */
export interface Query {
  /** As asked, printable. */
  readonly text: string;
  readonly language: Language;
  /** What is embedded: Chinese, in the report's own terms as far as they are known. */
  readonly chinese: string;
  /** What the report's words are searched for: the same, with other names of the same things. */
  readonly keywords: string;
}

/** Both forms of a foreign question are kept: its own words find anticipated questions in its language. */
export function readQuery(question: string, terms: TermTable, names: NameVariants): Query {
  const text = printable(question);
  const language = languageOf(text);
  if (language === 'zh') {
    const chinese = names.asPrinted(normalise(text));
    return { text, language, chinese, keywords: [chinese, ...names.variantsIn(chinese)].join(' ') };
  }
  const { preferred, alternatives } = terms.translate(text);
  // A question without a single known term is embedded as it stands, and found to be about nothing here.
  const chinese = preferred.join(' ') || normalise(text);
  return { text, language, chinese, keywords: [chinese, ...alternatives].join(' ') };
}
