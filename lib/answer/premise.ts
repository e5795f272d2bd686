import { normalise } from '../text/normalise.ts';

/** A figure with what is counted: `948亿美元`, `29 项`, `30%`. Years and dates name when, not how much. */
const FIGURE =
  /(\d+(?:[.,]\d+)*)\s*(%|万亿|亿美元|万美元|美元|亿元|亿|万吨|吨|万标箱|标箱|万列|列|万人|人|名|个|项|条|家|座|次|倍|度|公里|平方公里|吉瓦|gw|mw|兆瓦|天|billion|million|percent|млрд|млн|процент\p{L}*)/giu;

const UNIT_NAMES: Readonly<Record<string, string>> = { gw: '吉瓦', percent: '%', процент: '%' };

/**
 * A figure that the question takes for granted while the quoted sentences give another one of the same unit:
 * the answer then begins with what the report does say. Undefined when nothing contradicts.
 */
export function contradictedFigure(question: string, quotes: readonly string[]): string | undefined {
  const text = quotes.map(normalise).join('\n');
  const quoted = figuresIn(text);
  return figuresIn(normalise(question)).find(
    ({ number, unit }) =>
      !quoted.some((other) => other.number === number) && quoted.some((other) => other.unit === unit),
  )?.text;
}

function figuresIn(text: string): { text: string; number: string; unit: string }[] {
  return Array.from(text.matchAll(FIGURE), ([whole, number = '', unit = '']) => ({
    text: whole,
    number: number.replaceAll(',', ''),
    unit: UNIT_NAMES[unit.replace(/(процент).*/u, '$1')] ?? unit,
  }));
}
