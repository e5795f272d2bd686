import type { PassageIndex } from '../../passage-index/open.ts';
import type { Term } from '../../report/glossary.ts';
import { type Phrase, TermTable } from '../../retrieval/term-table.ts';
import { LANGUAGES } from '../../text/language.ts';
import { normalise } from '../../text/normalise.ts';
import { stems } from '../../text/stems.ts';
import { searchTokens } from '../../text/tokenise.ts';

/** What a guard has to know of the reports: how telling each word is, what things are called, in what languages. */
export class Lexicon {
  /** Names of one thing, longest first. */
  readonly nameGroups: readonly (readonly string[])[];
  /** Each Chinese name with the other names of the same, longest first. */
  readonly chineseNames: readonly { readonly form: string; readonly forms: readonly string[] }[];
  readonly #countries: ReadonlySet<string>;
  readonly #countryGroups: readonly (readonly string[])[];
  /** Finds countries' names in full. */
  readonly #fullNames: RegExp;
  /** Names that are what every report is about: they need no further proof. */
  readonly subject: string;
  readonly #terms: TermTable;
  /** Chinese wordings that name somebody or something, normalised. */
  readonly #names: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;
  /** 哈 for 哈萨克斯坦, as in 中哈: known from 哈国 and 哈方. */
  readonly #abbreviations: ReadonlySet<string>;
  readonly #weights: ReadonlyMap<string, number>;
  readonly #unknownWeight: number;

  constructor({ glossary, passages, reports }: Pick<PassageIndex, 'glossary' | 'passages' | 'reports'>) {
    const countries = countryNames();
    this.#countries = new Set(countries.flatMap(({ zh }) => zh.map(normalise)));
    const known = new Set(glossary.names.flat());
    const others = countries.map(({ zh }) => zh).filter((names) => !names.some((name) => known.has(name)));
    this.nameGroups = [...glossary.names, ...others].map((names) =>
      names.map(normalise).sort((a, b) => b.length - a.length),
    );
    this.#countryGroups = this.nameGroups.filter((forms) => this.isCountry(forms));
    const fullNames = this.#countryGroups.flat().filter((name) => /^\p{Script=Han}{3,}$/u.test(name));
    this.#fullNames = new RegExp(fullNames.join('|'), 'gu');
    this.chineseNames = this.nameGroups
      .flatMap((forms) => forms.map((form) => ({ form, forms })))
      .filter(({ form }) => /\p{Script=Han}/u.test(form))
      .sort((a, b) => b.form.length - a.form.length);
    this.subject = normalise(reports.map(({ title }) => title).join('\n'));
    const terms = [...glossary.terms, ...countries];
    this.#terms = new TermTable(terms);
    const capitalised = terms.filter(({ en, ru }) =>
      [...en, ...ru].some((form) => /^\p{Lu}\p{Ll}/u.test(form)),
    );
    this.#names = new Set([
      ...this.nameGroups.flat(),
      ...capitalised.flatMap(({ zh }) => zh.slice(0, 1).map(normalise)),
    ]);
    this.#words = new Set(terms.flatMap(({ en, ru }) => [...en, ...ru].flatMap(stems)));
    this.#abbreviations = new Set(
      this.nameGroups.flat().flatMap((name) => /^(.)[国方]$/u.exec(name)?.[1] ?? []),
    );
    this.#weights = inverseFrequencies(passages.map((passage) => passage.text));
    this.#unknownWeight = Math.log(1 + passages.length / 2);
  }

  /** How much a word tells: the logarithm of how seldom passages hold it. */
  weightOf(token: string): number {
    return this.#weights.get(token) ?? this.#unknownWeight;
  }

  /** Whether some term of the glossary holds the word. */
  knowsWord(word: string): boolean {
    return stems(word).every((stem) => this.#words.has(stem));
  }

  isCountry(names: readonly string[]): boolean {
    return names.some((name) => this.#countries.has(name));
  }

  /** The countries that a normalised text names in full, each with its other names. */
  countriesIn(text: string): { readonly forms: readonly string[] }[] {
    return this.#countryGroups
      .filter((forms) => forms.some((form) => text.includes(form)))
      .map((forms) => ({ forms }));
  }

  isName({ forms = [] }: Phrase): boolean {
    return forms.some((form) => this.#names.has(normalise(form)));
  }

  /** Whether 中哈 or 中吉乌 stands in a normalised text for one of the names. */
  isAbbreviatedIn(names: readonly string[], text: string): boolean {
    const signs = names.flatMap((name) => /^(.)[国方]$/u.exec(name)?.[1] ?? []);
    if (signs.length === 0) return false;
    // 塔吉克斯坦 is not 塔 and 吉.
    const rest = text.replace(this.#fullNames, ' ');
    return signs.some((sign) =>
      [...rest.matchAll(new RegExp(sign, 'gu'))].some(
        ({ index }) =>
          this.#abbreviations.has(rest[index - 1] ?? '') || this.#abbreviations.has(rest[index + 1] ?? ''),
      ),
    );
  }

  phrasesOf(text: string): Phrase[] {
    // A single letter is a word and no term: и is not ИИ, whatever stemming makes of it.
    return this.#terms.phrasesOf(text).map(({ words, forms }) => ({
      words,
      ...(forms && words.join('').length > 1 && { forms }),
    }));
  }
}

function inverseFrequencies(texts: readonly string[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const text of texts) {
    for (const token of new Set(searchTokens(text))) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  }
  return new Map([...frequency].map(([token, count]) => [token, Math.log(1 + texts.length / count)]));
}

/** Names in use that ICU does not give, by country. */
const ALIASES: Readonly<Record<string, { zh?: string[]; en?: string[]; ru?: string[] }>> = {
  KG: { en: ['Kyrgyz Republic', 'Kyrgyz'], ru: ['Кыргызстан', 'Кыргызская Республика'] },
  US: {
    zh: ['美方', '美利坚'],
    en: ['USA', 'America', 'American', 'U.S.'],
    ru: ['США', 'Америка', 'американский'],
  },
  GB: { en: ['Britain', 'UK', 'British'], ru: ['Британия', 'Англия', 'британский'] },
  RU: { zh: ['俄方', '俄国'], en: ['Russian'], ru: ['РФ', 'российский', 'русский'] },
  CN: { en: ['PRC', 'Chinese'], ru: ['КНР', 'китайский'] },
  TR: { en: ['Turkey', 'Turkish'], ru: ['турецкий'] },
};

/** All countries as ICU names them: a country that the report doesn't name is a name all the same. */
function countryNames(): Term[] {
  const [zh, en, ru] = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => {
    const name = zh?.of(code) ?? code;
    // Unassigned codes are given back as they are; EU, UN and the like name no country.
    if (name === code || ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'].includes(code)) return [];
    const alias = ALIASES[code];
    return [
      {
        zh: [name.replace(/^中国(?=[香澳])|特别行政区$/g, ''), ...(alias?.zh ?? [])],
        en: [en?.of(code) ?? code, ...(alias?.en ?? [])],
        ru: [ru?.of(code) ?? code, ...(alias?.ru ?? [])],
      },
    ];
  });
}
