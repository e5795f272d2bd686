/** What a number counts. `count` is anything that is simply counted: 家, 个, countries, проектов. */
export interface Unit {
  readonly name: string;
  /** Of the base unit: 1000 for a kilometre, whose name is metre. */
  readonly factor: number;
}

type Row = readonly [pattern: string, name: string, factor: number];

// Longest first where one begins another. Cyrillic words are given by their stems.
const ROWS: readonly Row[] = [
  ['个?百分点|percentage points?|процентн[а-я]+ пункт[а-я]*', 'point', 1],
  ['%|成(?![为立员功果本就熟交分])|per ?cent|процент[а-я]*', 'percent', 1],
  ['倍|-?fold\\b|times\\b|раз[а]?(?![а-я])', 'fold', 1],
  ['亿?美元|美金|(us |u\\.s\\. )?dollars?|usd|долл[а-я]*\\.?', 'dollar', 1],
  ['人民币|元|yuan|rmb|юан[а-я]*', 'yuan', 1],
  ['欧元|euros?|евро', 'euro', 1],
  ['卢布|ro?ubles?|руб[а-я]*', 'rouble', 1],
  ['坚戈|tenge|тенге', 'tenge', 1],
  ['日元|yen\\b|иен[а-я]*', 'yen', 1],
  ['英镑|pounds?|фунт[а-я]*', 'pound', 1],
  ['港元|港币', 'hong-kong-dollar', 1],
  [
    '平方公里|平方千米|km²|square kilomet(?:re|er)s?|кв(?:адратн[а-я]*|\\.) ?(?:километр[а-я]*|км)',
    'square-metre',
    1e6,
  ],
  ['平方米|square met(?:re|er)s?|кв(?:адратн[а-я]*|\\.) ?(?:метр[а-я]*|м)', 'square-metre', 1],
  ['公顷|hectares?|гектар[а-я]*|га(?![а-я])', 'square-metre', 1e4],
  ['亩|mu\\b|му(?![а-я])', 'mu', 1],
  ['立方米|cubic met(?:re|er)s?|куб[а-я]*\\.? ?(?:метр[а-я]*|м)', 'cubic-metre', 1],
  ['公里|千米|kilomet(?:re|er)s?|km\\b|километр[а-я]*|км(?![а-я])', 'metre', 1000],
  ['厘米|centimet(?:re|er)s?|сантиметр[а-я]*', 'metre', 0.01],
  ['海里|nautical miles?', 'nautical-mile', 1],
  ['米|met(?:re|er)s?\\b|метр[а-я]*', 'metre', 1],
  ['miles?\\b|мил[ьяией]+', 'mile', 1],
  ['千瓦时|度(?![过假])|kwh|kilowatt[- ]hours?|квт[·⋅ -]?ч|киловатт-час[а-я]*', 'kilowatt-hour', 1],
  ['吉瓦|gw\\b|gigawatts?|гвт|гигаватт[а-я]*', 'watt', 1e9],
  ['兆瓦|mw\\b|megawatts?|мвт|мегаватт[а-я]*', 'watt', 1e6],
  ['千瓦|kw\\b|kilowatts?|квт|киловатт[а-я]*', 'watt', 1e3],
  ['吨|tonn?e?s?\\b|тонн[а-я]*', 'tonne', 1],
  ['公斤|千克|kilograms?|kg\\b|килограмм[а-я]*|кг(?![а-я])', 'kilogram', 1],
  ['桶|barrels?|баррел[а-я]*', 'barrel', 1],
  ['标准?箱|teus?\\b|контейнер[а-я]*', 'container', 1],
  ['摄氏度|℃|°c|degrees?|градус[а-я]*', 'degree', 1],
  ['年代|-?е годы', 'decade', 1],
  ['世纪|centur(?:y|ies)|век[а-я]*|столети[а-я]*', 'century', 1],
  ['周年|周年|年|years?|лет(?![а-я])|год[а-я]*', 'year', 1],
  ['个月|months?|месяц[а-я]*', 'month', 1],
  ['个?星期|周|weeks?|недел[а-я]*', 'week', 1],
  ['个?小时|hours?|час[а-я]*', 'hour', 1],
  ['分钟|minutes?|минут[а-я]*', 'minute', 1],
  ['天|日|days?|дн[а-я]+|день|сут[а-я]+', 'day', 1],
];

const PATTERNS = ROWS.map(
  ([pattern, name, factor]) => [new RegExp(`^(?:${pattern})`, 'iu'), { name, factor }] as const,
);

export const COUNT: Unit = { name: 'count', factor: 1 };

/** Measure words: with them a Chinese numeral is a number, and not part of a word. */
export const MEASURE_WORD =
  /^(?:个|項|项|家|所|座|次|条|列|名|人|位|对|种|国|届|章|节|大|方面|份|台|辆|架|艘|套|批|类|场|处|门|间|支|本|部|步|点|期|轮|级|户|只|头|株|片|块|件|层|区|省|州|市|县|村|组|班|趟|公|倍|成|年|月|日|天|周|世纪|元|美|吨|米|亩|分之|[万亿])/u;

/** The unit at the beginning of a text and how long its name is, or undefined where there is none. */
export function unitAt(text: string): { readonly unit: Unit; readonly length: number } | undefined {
  for (const [pattern, unit] of PATTERNS) {
    const match = pattern.exec(text);
    // “monthly” is no month.
    const goesOn = match && /[a-z]$/iu.test(match[0]) && /^[a-z]/iu.test(text.slice(match[0].length));
    if (match && !goesOn) return { unit, length: match[0].length };
  }
  return undefined;
}
