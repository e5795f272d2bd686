const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);

// Russian numerals by their stems, endings left open.
const RUSSIAN: readonly (readonly [stem: string, value: number])[] = [
  ['одиннадцат[а-я]+', 11],
  ['двенадцат[а-я]+', 12],
  ['тринадцат[а-я]+', 13],
  ['четырнадцат[а-я]+', 14],
  ['пятнадцат[а-я]+', 15],
  ['шестнадцат[а-я]+', 16],
  ['семнадцат[а-я]+', 17],
  ['восемнадцат[а-я]+', 18],
  ['девятнадцат[а-я]+', 19],
  ['двадцат[ьи]ю?', 20],
  ['тридцат[ьи]ю?', 30],
  ['сорока?', 40],
  ['пят(?:ь|и)десят[а-я]*', 50],
  ['шест(?:ь|и)десят[а-я]*', 60],
  ['сем(?:ь|и)десят[а-я]*', 70],
  ['вос(?:емь|ьми)десят[а-я]*', 80],
  ['девяност[оа]', 90],
  ['сто|ста', 100],
  ['дв(?:а|е|ух|ум|умя)', 2],
  ['тр(?:и|ех|ем|емя)', 3],
  ['четыр(?:е|ех|ем|ьмя)', 4],
  ['пят(?:ь|и|ью)', 5],
  ['шест(?:ь|и|ью)', 6],
  ['сем(?:ь|и|ью)', 7],
  ['вос(?:емь|ьми|емью)', 8],
  ['девят(?:ь|и|ью)', 9],
  ['десят(?:ь|и|ью)', 10],
];
const RUSSIAN_ORDINALS: readonly (readonly [stem: string, value: number])[] = [
  ['втор(?:ой|ая|ое|ого|ому|ом|ую|ым)', 2],
  ['трет(?:ий|ья|ье|ьего|ьему|ьем|ью|ьей|ьим)', 3],
  ['четверт(?:ый|ая|ое|ого|ому|ом|ую)', 4],
  ['пят(?:ый|ая|ое|ого|ому|ом|ую)', 5],
  ['шест(?:ой|ая|ое|ого|ому|ом|ую)', 6],
];

const ENGLISH_WORD = `(?:(${TENS.join('|')})(?:[- ](${UNITS.slice(0, 9).join('|')}))?|(${UNITS.join('|')})|(hundred))`;
const ENGLISH = new RegExp(`(?<![\\p{L}-])${ENGLISH_WORD}(?!\\p{L})`, 'giu');
const ENGLISH_ORDINAL = new RegExp(`(?<!\\p{L})(${ORDINALS.join('|')})(?!\\p{L})`, 'giu');

export interface NumberWord {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly ordinal: boolean;
}

/** English and Russian numbers written out: thirty-two, пятьдесят, second, второй. */
export function numberWords(text: string): NumberWord[] {
  const found: NumberWord[] = [];
  for (const match of text.matchAll(ENGLISH)) {
    const [word, tens, one, unit, hundred] = match;
    const value = hundred
      ? 100
      : tens
        ? (TENS.indexOf(tens.toLowerCase()) + 2) * 10 + (one ? UNITS.indexOf(one.toLowerCase()) + 1 : 0)
        : UNITS.indexOf((unit ?? '').toLowerCase()) + 1;
    found.push({ start: match.index, end: match.index + word.length, value, ordinal: false });
  }
  for (const match of text.matchAll(ENGLISH_ORDINAL)) {
    const value = ORDINALS.indexOf((match[1] ?? '').toLowerCase()) + 1;
    found.push({ start: match.index, end: match.index + match[0].length, value, ordinal: true });
  }
  return [...found, ...russian(text)];
}

const RUSSIAN_PATTERNS = [
  ...RUSSIAN.map(([stem, value]) => ({ stem, value, ordinal: false })),
  ...RUSSIAN_ORDINALS.map(([stem, value]) => ({ stem, value, ordinal: true })),
].map((entry) => ({ ...entry, pattern: new RegExp(`(?<!\\p{L})(?:${entry.stem})(?!\\p{L})`, 'giu') }));
const CYRILLIC = /\p{Script=Cyrillic}/u;

function russian(text: string): NumberWord[] {
  if (!CYRILLIC.test(text)) return [];
  const words = RUSSIAN_PATTERNS.flatMap(({ pattern, value, ordinal }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      value,
      ordinal,
    })),
  ).sort((a, b) => a.start - b.start);
  // пятьдесят восемь: tens and a digit after them are one number.
  return words.reduce<NumberWord[]>((joined, word) => {
    const last = joined.at(-1);
    const goesOn =
      last && last.value >= 20 && word.value < 10 && text.slice(last.end, word.start).trim() === '';
    if (last && goesOn)
      joined[joined.length - 1] = { ...last, end: word.end, value: last.value + word.value };
    else joined.push(word);
    return joined;
  }, []);
}
