import { normalise } from '../../text/normalise.ts';
import { properNames } from '../../text/tokenise.ts';
import type { Lexicon } from './lexicon.ts';

/** Something that a text names: any of its names proves it. */
export interface Name {
  readonly forms: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /[a-z][a-z0-9.+&-]*[a-z0-9]/giu;
/** Latin words that a Chinese sentence may use without naming anybody. */
const ORDINARY_LATIN = new Set(['gdp', 'ai', 'gw', 'mw', 'kw', 'kwh', 'km', 'usd', 'rmb', 'teu', 'app']);
/** Words that begin English sentences with a capital letter and name nothing; months are dates. */
const CAPITALISED_WORDS = new Set(
  (
    'the a an in on at of to by for from with within between among under over during since until after before as about ' +
    'it its this that these those they their there he his she we our i both all each every some many most several other ' +
    'according based overall finally first second third also and or but while when where which what who how however ' +
    'moreover furthermore additionally meanwhile thus therefore although despite through beyond beside besides as is ' +
    'are was were has have had not no more such one two three four five six seven eight nine ten january february march ' +
    'april may june july august september october november december billion million percent us'
  ).split(' '),
);
/** What stemming leaves on some names: Казахстане and Казахстан have different stems. */
const RUSSIAN_ENDING = /(?:ами|ями|ом|ем|ой|ей|ах|ях|ов|ев|[аеиоуыюяйь])$/iu;
const FOREIGN_NAME = /(?<![\p{L}])\p{Lu}[\p{L}\p{M}’'-]*/gu;
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:com|org|net|cn|ru|io|ai|info|biz|xyz|top|dev|app)\b\S*/giu;

/** The country in a currency’s name. */
const DOLLARS = /(долл\p{L}*\.?)\s+США|U\.?S\.?\s+(?=dollars?)/giu;

/** Names of people, places, bodies and addresses on the net, as far as they can be told from other words. */
export function namesIn(text: string, lexicon: Lexicon): Name[] {
  const addresses = Array.from(text.matchAll(ADDRESS), ([address]) => ({ forms: [normalise(address)] }));
  const rest = text.replace(ADDRESS, ' ').replace(DOLLARS, '$1');
  const chinese = chineseNames(rest, lexicon);
  return [
    ...addresses,
    ...chinese,
    ...(isForeign(rest) ? foreignNames(rest, lexicon) : latinWords(rest, lexicon)),
  ];
}

/** Whether a sentence is written in another script than the report, apart from what it quotes. */
export function isForeign(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const other = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu)?.length ?? 0;
  return other > 2 * han;
}

function chineseNames(text: string, lexicon: Lexicon): Name[] {
  if (!HAN.test(text)) return [];
  let rest = normalise(text);
  const names: Name[] = [];
  for (const { form, forms } of lexicon.chineseNames) {
    // A name within a longer one was meant as part of that.
    if (!rest.includes(form)) continue;
    names.push({ forms });
    rest = rest.replaceAll(form, ' ');
  }
  for (const word of properNames(rest)) names.push({ forms: [word] });
  return names;
}

function latinWords(text: string, lexicon: Lexicon): Name[] {
  return Array.from(text.matchAll(LATIN_WORD), ([word]) => normalise(word))
    .filter((word) => !ORDINARY_LATIN.has(word))
    .map((word) => ({ forms: lexicon.nameGroups.find((forms) => forms.includes(word)) ?? [word] }));
}

function foreignNames(text: string, lexicon: Lexicon): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(FOREIGN_NAME)) {
    const [word] = match;
    if (CAPITALISED_WORDS.has(word.toLowerCase()) || lexicon.knowsWord(word)) continue;
    // A sentence's first word has its capital letter from there.
    const begins = /(?:^|[.!?:]\s+|\n|^[-*\s]+)$/u.test(text.slice(0, match.index));
    const [declined] = lexicon.phrasesOf(word.replace(RUSSIAN_ENDING, ''));
    if (declined?.forms) {
      names.push({ forms: declined.forms.map(normalise) });
      continue;
    }
    // Unknown to the glossary: only the same letters in the report can prove it.
    if (!begins) names.push({ forms: [normalise(word)] });
  }
  for (const phrase of lexicon.phrasesOf(text)) {
    if (phrase.forms && lexicon.isName(phrase)) names.push({ forms: phrase.forms.map(normalise) });
  }
  return names;
}

/** Whether a text of the report names it, under any of its names. Both texts are normalised. */
export function isNamedIn({ forms }: Name, text: string, lexicon: Lexicon): boolean {
  return forms.some((form) => text.includes(form)) || lexicon.isAbbreviatedIn(forms, text);
}
