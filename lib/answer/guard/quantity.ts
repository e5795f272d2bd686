import { CHINESE_NUMERAL, chineseNumeral, chineseScale } from './chinese-numeral.ts';
import { isDayOfMonth, monthsIn, namesMonth } from './months.ts';
import { numberWords } from './number-words.ts';
import { COUNT, MEASURE_WORD, type Unit, unitAt } from './units.ts';

/** What is measured: `date-…` for parts of a date, `ordinal` for 第二 and second, else a unit's name. */
export type QuantityKind = string;

/** A number in a text, in base units, so that 94.8 billion dollars is 948亿美元. */
export interface Quantity {
  readonly kind: QuantityKind;
  readonly value: number;
  /** What the text makes of it: more or less than the number. */
  readonly bound?: 'over' | 'under';
  /** As written, unit included. */
  readonly surface: string;
  /** Where it stands. */
  readonly start: number;
}

const NUMBER = new RegExp(
  `\\d+(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?|[${CHINESE_NUMERAL}]+(?:点[${CHINESE_NUMERAL}]+)?`,
  'gu',
);
const SCALES: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^ ?(?:trillions?|трлн\.?|триллион[а-я]*)/iu, 1e12],
  [/^ ?(?:billions?|bn\b|млрд\.?|миллиард[а-я]*)/iu, 1e9],
  [/^ ?(?:millions?|mn\b|млн\.?|миллион[а-я]*)/iu, 1e6],
  [/^ ?(?:thousands?|тыс\.|тысяч[а-я]*)/iu, 1e3],
  [/^ (?:hundred)/iu, 1e2],
];
const CHINESE_SCALE = /^[十百千万亿]+/u;
const MORE_SUFFIX = /^(?:余|多(?!边|元|方|层|样|国))/u;
const OVER_AFTER = /^(?:以上|之上|\+| or more| and more| и более)/u;
const UNDER_AFTER = /^(?:以下|以内|之内)/u;
const OVER_BEFORE =
  /(?:超过了?|突破了?|超出|超|逾|高于|大于|不少于|不低于|至少|more than|over|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|at least|upwards of|более(?: чем)?|свыше|больше|превы[а-я]+|не менее)\s?[$€]?\s?$/iu;
const UNDER_BEFORE =
  /(?<!不)(?:近|接近|将近|不足|不到|不超过|低于|少于|小于|nearly|almost|less than|fewer than|under|below|close to|почти|менее|меньше|не более)\s?[$€]?\s?$/iu;
const CURRENCY_BEFORE = /(?:us ?)?([$€¥£])\s?$/iu;
const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '¥': 'yuan', '£': 'pound' };
const FIXED: readonly (readonly [pattern: RegExp, kind: QuantityKind, value: number])[] = [
  [/一半|半数|过半|(?<!\p{L})half(?!\p{L}| of (?:the |this )?(?:year|\d))|половин[а-я]+/giu, 'percent', 50],
  [/翻[了一两]*番|翻倍|(?<!\p{L})doubl(?:e|ed|ing)(?!\p{L})|удвои[а-я]+|вдвое/giu, 'fold', 2],
  [/(?:one|a)[- ]third|(?<!\p{L})треть(?!\p{L})/giu, 'percent', 100 / 3],
  [/(?:one|a)[- ]quarter|(?<!\p{L})четверть(?!\p{L})/giu, 'percent', 25],
];
/** Full-width digits, per cent signs, points and letters; the full-width comma separates and stays. */
const FULL_WIDTH = /[０-９％．Ａ-Ｚａ-ｚ＋－＄]/gu;

/** Every number, date, percentage and amount of a text in Chinese, English or Russian. */
export function quantitiesIn(original: string): Quantity[] {
  const text = original.replace(FULL_WIDTH, (character) => character.normalize('NFKC')).replaceAll('ё', 'е');
  const russian = /\p{Script=Cyrillic}/u.test(text);
  const found: Quantity[] = [];
  let read = 0;
  for (const match of text.matchAll(NUMBER)) {
    // 130万亿: the scale was read with its number.
    if (match.index < read) continue;
    const quantity = readNumber(text, match.index, match[0], russian);
    if (!quantity) continue;
    found.push(quantity);
    read = quantity.start + quantity.surface.length;
  }
  for (const { start, end, value, ordinal } of numberWords(text)) {
    // “the first” and “one of the two” count nothing that a reader would check.
    if (value <= 2 && !(ordinal && value === 2) && !startsScale(text.slice(end))) continue;
    found.push(measured(text, start, end, value, ordinal));
  }
  for (const [pattern, kind, value] of FIXED) {
    for (const match of text.matchAll(pattern))
      found.push({ kind, value, surface: match[0], start: match.index });
  }
  for (const { value, surface, start } of monthsIn(text))
    found.push({ kind: 'date-month', value, surface, start });
  return found.sort((a, b) => a.start - b.start);
}

function readNumber(text: string, start: number, written: string, russian: boolean): Quantity | undefined {
  const end = start + written.length;
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 12);
  // RFID2, C5, G20: part of a name.
  if (/[A-Za-z]$/.test(before) && !/\s$/.test(before)) return undefined;
  if (/^\d/.test(written)) return readDigits(text, start, end, digitsValue(written, russian));
  return readChinese(text, start, end, written, before, after);
}

function readDigits(text: string, start: number, end: number, value: number): Quantity {
  const after = text.slice(end, end + 12);
  const before = text.slice(Math.max(0, start - 4), start);
  const year = value >= 1000 && value < 2200 && Number.isInteger(value) && end - start === 4;
  const chinese = /^\s?(年(?!代)|月(?!份?的)|日|号)/u.exec(after)?.[1];
  if (chinese === '年' && year) return part('date-year', value, text, start, end + 1);
  if (chinese === '月' && value <= 12) return part('date-month', value, text, start, end + 1);
  if ((chinese === '日' || chinese === '号') && value <= 31 && /月$/.test(before))
    return part('date-day', value, text, start, end + 1);
  if (
    year &&
    !MEASURE_WORD.test(after) &&
    !unitAt(after.trimStart()) &&
    !CHINESE_SCALE.test(after) &&
    !startsScale(after)
  )
    return part('date-year', value, text, start, end);
  if (year && /^\s?(?:год|гг?\.|—|–|-)/u.test(after)) return part('date-year', value, text, start, end);
  if (/^(?:st|nd|rd|th)\b/i.test(after) || /^-(?:й|я|е|го|м|му|ю|ая|ый|ое)(?!\p{L})/u.test(after)) {
    const suffix = /^(?:st|nd|rd|th|-\p{L}+)/iu.exec(after)?.[0].length ?? 0;
    const day = namesMonth(text.slice(end + suffix, end + suffix + 10));
    return day ? part('date-day', value, text, start, end) : measured(text, start, end + suffix, value, true);
  }
  if (value <= 31 && isDayOfMonth(text, start, end)) return part('date-day', value, text, start, end);
  return measured(text, start, end, value, /第\s?$/u.test(before));
}

function readChinese(
  text: string,
  start: number,
  end: number,
  written: string,
  before: string,
  after: string,
): Quantity | undefined {
  const fraction = /^分之([〇零一二两三四五六七八九十百千点\d.]+)/u.exec(after);
  if (fraction) {
    const [whole, share = ''] = fraction;
    const numerator = /^\d/.test(share) ? Number(share) : decimalNumeral(share);
    const value = (numerator / chineseNumeral(written)) * 100;
    return part('percent', value, text, start, end + whole.length);
  }
  if (/分之$/u.test(before)) return undefined;
  const value = decimalNumeral(written);
  const ordinal = /第$/u.test(before);
  if (/^[〇零一二两三四五六七八九]{4}$/u.test(written) && /^年/u.test(after))
    return part('date-year', value, text, start, end + 1);
  if (
    /^[十万千百亿]+$/u.test(written) &&
    !/[万亿]/u.test(written.slice(1)) &&
    !ordinal &&
    !/^[余多]|^年/u.test(after)
  )
    return undefined; // 十分, 万物, 百姓, 千方百计
  if (!ordinal && !MEASURE_WORD.test(after) && !MORE_SUFFIX.test(after) && written.length < 2)
    return undefined;
  // 一个, 一项, 两国, 两岸: an article more than a number.
  if (!ordinal && (written === '一' || (written === '两' && /^[国方地岸端侧个]/u.test(after)))) {
    if (!/^(?:成|倍|%)/u.test(after)) return undefined;
  }
  if (/^月/u.test(after) && value <= 12 && written !== '一')
    return part('date-month', value, text, start, end + 1);
  return measured(text, start, end, value, ordinal);
}

/** 四十八点一 is 48.1. */
function decimalNumeral(written: string): number {
  const [whole = '', decimals] = written.split('点');
  const digits = [...(decimals ?? '')].map((digit) => chineseNumeral(digit)).join('');
  return chineseNumeral(whole) + (digits ? Number(`0.${digits}`) : 0);
}

/** A number with the scale, unit and bound that stand around it. */
function measured(text: string, start: number, end: number, number: number, ordinal: boolean): Quantity {
  let at = end;
  let value = number;
  let bound: Quantity['bound'];
  const more = () => {
    const suffix = MORE_SUFFIX.exec(text.slice(at, at + 3))?.[0];
    if (suffix) {
      bound = 'over';
      at += suffix.length;
    }
  };
  more();
  const scale = CHINESE_SCALE.exec(text.slice(at, at + 4))?.[0];
  if (scale) {
    value *= chineseScale(scale);
    at += scale.length;
  } else {
    for (const [pattern, factor] of SCALES) {
      const match = pattern.exec(text.slice(at, at + 14));
      if (!match) continue;
      value *= factor;
      at += match[0].length;
      break;
    }
  }
  more();
  const { unit, length } = measureAt(text, at, start);
  at += length;
  const before = text.slice(Math.max(0, start - 14), start);
  if (OVER_BEFORE.test(before) || OVER_AFTER.test(text.slice(at))) bound = 'over';
  else if (UNDER_BEFORE.test(before) || UNDER_AFTER.test(text.slice(at))) bound = 'under';
  if (unit.name === 'percent' && text.slice(at - length, at) === '成') value *= 10;
  const kind = ordinal && unit.name !== 'century' ? 'ordinal' : unit.name;
  const quantity = { kind, value: value * unit.factor, surface: text.slice(start, at), start };
  return bound ? { ...quantity, bound } : quantity;
}

function measureAt(text: string, at: number, start: number): { unit: Unit; length: number } {
  const currency = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  if (currency) return { unit: { name: CURRENCIES[currency] ?? '', factor: 1 }, length: 0 };
  const gap = /^[ \u00a0-]?/u.exec(text.slice(at))?.[0].length ?? 0;
  const found = unitAt(text.slice(at + gap, at + gap + 24));
  return found ? { unit: found.unit, length: gap + found.length } : { unit: COUNT, length: 0 };
}

function part(kind: QuantityKind, value: number, text: string, start: number, end: number): Quantity {
  return { kind, value, surface: text.slice(start, end), start };
}

/** English thousands are separated with commas, Russian decimals too. */
function digitsValue(written: string, russian: boolean): number {
  const compact = written.replace(/[ \u00a0\u202f]/g, '');
  if (russian && /^\d+,\d+$/.test(compact)) return Number(compact.replace(',', '.'));
  return Number(compact.replace(/,(?=\d{3})/g, '').replace(',', '.'));
}

function startsScale(text: string): boolean {
  return SCALES.some(([pattern]) => pattern.test(text.slice(0, 14)));
}

/** Whether what an answer says agrees with what the report says. */
export function agrees(said: Quantity, printed: Quantity): boolean {
  if (said.bound && said.bound !== printed.bound) return false;
  const sameKind =
    said.kind === printed.kind ||
    (said.kind === 'count' && Math.abs(said.value) >= 1e6 && printed.value === said.value);
  return sameKind && Math.abs(said.value - printed.value) <= TOLERANCE * Math.max(1, Math.abs(printed.value));
}

/** Relative: for the rounding of binary fractions only. */
const TOLERANCE = 1e-9;
