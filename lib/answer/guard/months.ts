const MONTHS = [
  ...'january february march april may june july august september october november december'.split(' '),
  ...'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' '),
];
const MONTH_NAMES =
  /(?<!\p{L})(January|February|March|April|May|June|July|August|September|October|November|December|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяею]|март[ае]?|мая|мае|май|август[ае]?)(?!\p{L})/gu;

/** Months by their English and Russian names; “may” with a small letter is a verb. */
export function monthsIn(text: string): { value: number; surface: string; start: number }[] {
  return Array.from(text.matchAll(MONTH_NAMES), ({ 0: surface, index: start }) => {
    const name = surface.toLowerCase();
    return { value: (MONTHS.findIndex((month) => name.startsWith(month)) % 12) + 1, surface, start };
  });
}

export function namesMonth(text: string): boolean {
  return new RegExp(MONTH_NAMES.source, 'u').test(text);
}

const DAY_BEFORE_MONTH = new RegExp(`^ (?:of )?${MONTH_NAMES.source}`, 'u');
const MONTH_BEFORE_DAY = new RegExp(`${MONTH_NAMES.source} $`, 'u');

/** Whether the number between two positions is a day: 19 May, May 19, 19 мая. */
export function isDayOfMonth(text: string, start: number, end: number): boolean {
  return (
    DAY_BEFORE_MONTH.test(text.slice(end, end + 16)) ||
    MONTH_BEFORE_DAY.test(text.slice(Math.max(0, start - 12), start))
  );
}
