import { normalise } from '../text/normalise.ts';

interface NameGroup {
  /** The name that the report prints first among them. */
  readonly printed: string;
  readonly variants: readonly string[];
}

/** Names of one thing: 上合组织 and 上海合作组织, GW and 吉瓦, 哈方 and 哈萨克斯坦. */
export class NameVariants {
  readonly #groups: readonly NameGroup[];
  /** Names that the report itself never uses, longest first. */
  readonly #unprinted: readonly { name: string; printed: string }[];

  /** @param text of all reports, to tell which names they print */
  constructor(groups: readonly (readonly string[])[], text: string) {
    const reportText = normalise(text);
    this.#groups = groups.map((names) => {
      const variants = names.map(normalise);
      return { printed: variants.find((name) => reportText.includes(name)) ?? variants[0] ?? '', variants };
    });
    this.#unprinted = this.#groups
      .flatMap(({ printed, variants }) => variants.map((name) => ({ name, printed })))
      .filter(({ name, printed }) => name !== printed && !reportText.includes(name))
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** The question with every name that the report doesn't know replaced by the one it prints. */
  asPrinted(question: string): string {
    return this.#unprinted.reduce((text, { name, printed }) => replaceName(text, name, printed), question);
  }

  /** The other names of what the question names. */
  variantsIn(question: string): string[] {
    return this.#groups.flatMap(({ variants }) => {
      const named = variants.filter((name) => question.includes(name));
      return named.length === 0 ? [] : variants.filter((name) => !named.includes(name));
    });
  }
}

/** `乌兹别克` must not become part of a name that already stands there: 乌兹别克斯坦. */
function replaceName(text: string, name: string, printed: string): string {
  if (!text.includes(name) || (printed.includes(name) && text.includes(printed))) return text;
  return text.replaceAll(name, printed);
}
