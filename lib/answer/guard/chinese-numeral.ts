const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Characters that Chinese numerals are written with. */
export const CHINESE_NUMERAL = '〇零一二两三四五六七八九十百千万亿';

/** 三百二十 is 320, 二〇二四 is 2024, 一万三 is 13,000, 千亿 is 1e11, 百 is 100. */
export function chineseNumeral(text: string): number {
  const characters = [...text];
  if (characters.length > 1 && characters.every((character) => character in DIGITS)) {
    return Number(characters.map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const character of characters) {
    const small = SMALL_UNITS[character];
    const large = LARGE_UNITS[character];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
      lastUnit = small;
    } else if (large !== undefined) {
      // 万亿: what has been counted so far, as often.
      const counted = section + (digit ?? 0);
      total = counted === 0 ? (total || 1) * large : (total + counted) * large;
      section = 0;
      digit = undefined;
      lastUnit = large;
    } else {
      digit = DIGITS[character];
      if (digit === 0) lastUnit = 10;
    }
  }
  // 一万三 and 三百二 leave the last unit's tenth unsaid.
  return total + section + (digit ?? 0) * (lastUnit >= 100 ? lastUnit / 10 : 1);
}

/** The factor that 万, 千万 or 万亿 behind digits stands for; 1 for an empty text. */
export function chineseScale(text: string): number {
  return [...text].reduce(
    (factor, character) => factor * (SMALL_UNITS[character] ?? LARGE_UNITS[character] ?? 1),
    1,
  );
}
