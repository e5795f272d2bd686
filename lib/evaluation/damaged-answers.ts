import type { FaithfulAnswer } from './faithful-answers.ts';
import { pick } from './random.ts';

export const DAMAGES = ['digit', 'year', 'unit', 'name', 'citation', 'quotation'] as const;
export type Damage = (typeof DAMAGES)[number];

/** An answer that was true before something in it was changed. */
export interface DamagedAnswer extends FaithfulAnswer {
  readonly damage: Damage;
}

const UNITS: Readonly<Record<string, readonly string[]>> = {
  亿美元: ['万美元', '亿欧元', '万亿美元', '亿元'],
  万吨: ['吨', '亿吨', '万公里'],
  '%': ['倍', '个百分点', '万'],
  GW: ['MW'],
  吉瓦: ['兆瓦', '千瓦'],
  兆瓦: ['吉瓦', '千瓦'],
  MW: ['GW'],
  平方公里: ['公里', '公顷', '平方米'],
  公里: ['米', '平方公里', '海里'],
  万列: ['列', '亿列'],
  万标箱: ['标箱', '亿标箱'],
  亿立方米: ['万立方米', '亿吨'],
  千瓦时: ['吨', '千瓦'],
  亿度: ['万度'],
  公顷: ['亩', '平方公里'],
  亩: ['公顷', '平方公里'],
  倍: ['%', '个百分点'],
};
/** Each may stand where another stood. */
const NAMES: readonly (readonly string[])[] = [
  ['哈萨克斯坦', '乌兹别克斯坦', '吉尔吉斯斯坦', '塔吉克斯坦', '土库曼斯坦', '阿富汗', '俄罗斯', '蒙古国'],
  ['新疆', '陕西', '甘肃', '北京', '上海', '广东'],
  ['阿斯塔纳', '塔什干', '杜尚别', '比什凯克', '阿拉木图', '莫斯科', '撒马尔罕', '西安', '连云港'],
  ['华为', '中国石油', '中国华电', '南方电网', '阿里巴巴', '中兴'],
  ['习近平', '托卡耶夫', '普京', '李强'],
];
/** Characters that change a quotation's meaning, or break it. */
const CHARACTERS = '不大小上下前后内外东西南北一二三多少新旧高低';

/** Changes one thing in a true answer; undefined where there is nothing of the kind to change. */
export function damaged(
  answer: FaithfulAnswer,
  damage: Damage,
  random: () => number,
): DamagedAnswer | undefined {
  const body = answer.text.replace(/\[\d\]/gu, (marker) => `\0${marker}`);
  const text = DAMAGED[damage](body, random, answer)?.replaceAll('\0', '');
  return text === undefined || text === answer.text ? undefined : { ...answer, text, damage };
}

type Change = (text: string, random: () => number, answer: FaithfulAnswer) => string | undefined;

const DAMAGED: Readonly<Record<Damage, Change>> = {
  digit: (text, random) =>
    changeOne(text, /(?<![\d[.])\d+(?:\.\d+)?(?!\d*[\d\]年月日])(?!\.\d)/gu, random, (number) => {
      const at = Math.floor(random() * number.length);
      const digit = number[at] ?? '';
      if (!/\d/.test(digit)) return undefined;
      const changed = String((Number(digit) + 1 + Math.floor(random() * 8)) % 10);
      return at === 0 && changed === '0' ? undefined : number.slice(0, at) + changed + number.slice(at + 1);
    }),
  year: (text, random) =>
    changeOne(text, /(?:19|20)\d\d(?=年)/gu, random, (year) =>
      String(Number(year) + (pick([-10, -3, -2, -1, 1, 2, 3, 10], random) ?? 1)),
    ),
  unit: (text, random) =>
    changeOne(
      text,
      /(?<=\d)(?:亿美元|万吨|%|GW|吉瓦|兆瓦|MW|平方公里|公里|万列|万标箱|亿立方米|千瓦时|亿度|公顷|亩|倍)/gu,
      random,
      (unit) => pick(UNITS[unit] ?? [], random),
    ),
  name: (text, random) =>
    changeOne(text, new RegExp(NAMES.flat().join('|'), 'gu'), random, (name) => {
      const group = NAMES.find((names) => names.includes(name)) ?? [];
      return pick(
        group.filter((other) => !text.includes(other)),
        random,
      );
    }),
  citation: (text, random, { cited, passages, kind }) => {
    if (kind === 'joined') return undefined;
    const other = cited + 1 + Math.floor(random() * (passages.length - cited));
    return text.replace('[1]', `[${other}]`);
  },
  quotation: (text, random) => {
    const [whole = '', quoted = ''] = /“([^”]+)”/u.exec(text) ?? [];
    const places = [...quoted.matchAll(/\p{Script=Han}/gu)];
    const at = pick(places, random)?.index;
    const character = pick([...CHARACTERS], random);
    if (at === undefined || quoted[at] === character) return undefined;
    return text.replace(whole, `“${quoted.slice(0, at)}${character}${quoted.slice(at + 1)}”`);
  },
};

function changeOne(
  text: string,
  pattern: RegExp,
  random: () => number,
  change: (found: string) => string | undefined,
): string | undefined {
  const match = pick([...text.matchAll(pattern)], random);
  const changed = match && change(match[0]);
  if (!match || changed === undefined) return undefined;
  return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
}
