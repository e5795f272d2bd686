const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The number of `第三章`, or undefined for a chapter without one. */
export function chapterNumber(label: string): number | undefined {
  const numeral = /^第([一二三四五六七八九十]|\d+)[章编篇部]/.exec(label)?.[1];
  if (numeral === undefined) return undefined;
  return NUMERALS.includes(numeral) ? NUMERALS.indexOf(numeral) + 1 : Number(numeral);
}

/** A chapter's name in another language, the printed one beside it: `Chapter 3 (第三章)`. */
export function translatedChapter(
  label: string,
  numbered: string,
  names: Readonly<Record<string, string>>,
): string {
  const number = chapterNumber(label);
  const name = number === undefined ? names[label] : `${numbered} ${number}`;
  return name === undefined ? label : `${name} (${label})`;
}
