/** What kind of answer a question wants. */
export const DEMANDS = [
  'compare',
  'list',
  'year',
  'number',
  'who',
  'where',
  'why',
  'true-or-false',
  'how',
  'other',
] as const;
export type Demand = (typeof DEMANDS)[number];

const NUMERAL_QUESTION = '(?:多少|几|多大|多长|多高|多重|百分之|占比|比例|增速|几成|几倍)';

// The first that matches counts: “对比……哪些” is a comparison, “哪年……多少” asks for a year first.
const PATTERNS: readonly (readonly [Demand, RegExp])[] = [
  [
    'compare',
    /对比|比较|相比|区别|差异|差别|不同之?处|异同|谁更|哪个更|孰|分别(?:是|有|为)?多少|各(?:是|有|为|剩|占|涨|增长)?(?:了)?(?:多少|几)|跟.{1,16}比|和.{1,16}比|与.{1,16}比|\b(?:compare|compared|versus|vs|difference between|differ|than|respectively|before and after)\b|сравни|отлича|разниц|по сравнению|чем .{0,40} отлича|соответственно|больше или меньше/iu,
  ],
  [
    'list',
    /哪些|哪几|哪[两二三四五六七八九十]|列举|列出|列一下|有什么(?:措施|内容|方面|领域|项目)|分别(?:是|为)?(?:什么|谁|哪)|几个?(?:方面|类|种|项|条).{0,6}(?:是什么|分别)|都(?:有|是|包括|涉及|经过|聊|谈)(?:些)?(?:什么|谁|哪|啥)|什么.{0,4}什么|(?:两|三|四|五|六|七|八)(?:个|项|大|条|种|类|层).{0,12}(?:是什么|是哪|是啥|什么)|\b(?:which|what) (?:\w+ ){0,3}(?:\w+s)\b(?! (?:is|was|does|did)\b)|\b(?:list|name (?:the|all)|what are)\b|какие|каких|перечисл|назовите|каким[и]? (?:двумя|тремя|четырьмя)/iu,
  ],
  [
    'year',
    /哪年|哪一年|何年|几几年|什么时候|何时|啥时候|啥时|哪天|哪一天|几月|几号|多久|时间|\b(?:when|what year|which year|what date|how long)\b|когда|в каком году|в каком месяце|какого числа|как долго/iu,
  ],
  [
    'number',
    new RegExp(
      `${NUMERAL_QUESTION}|\\b(?:how (?:many|much|large|big|fast|far|high)|what (?:share|percentage|percent|proportion|number|amount|area|size|growth|rate))\\b|сколько|какова? (?:доля|площадь|численность|сумма|объем|объём)|какой (?:процент|объем|объём|рост)|на сколько`,
      'iu',
    ),
  ],
  [
    'who',
    /谁|何人|哪位|什么人|哪家|哪个(?:公司|机构|单位|企业|大学)|\b(?:who|whom|whose|which (?:company|university|institute|organisation|organization))\b|(?<!\p{L})(?:кто|кем|кого|кому|чей)(?!\p{L})/iu,
  ],
  [
    'where',
    /哪里|哪儿|何处|何地|在哪|什么地方|哪个(?:城市|国家|州|省|口岸|地方)|\b(?:where|which (?:city|country|port|province|region))\b|(?<!\p{L})(?:где|куда|откуда)(?!\p{L})|в каком городе|в какой стране/iu,
  ],
  ['why', /为什么|为何|为啥|因何|凭什么|凭啥|原因|缘由|\bwhy\b|почему|зачем|причин/iu],
  [
    'true-or-false',
    /是不是|是否|有没有|会不会|能不能|对吗|真的吗|吗[？?]?$|没[？?]$|^(?:is|are|was|were|do|does|did|has|have|can|will)\b|(?<!\p{L})(?:ли|правда)(?!\p{L})/iu,
  ],
  ['how', /怎么|怎样|如何|咋|靠什么|靠啥|通过什么|\bhow\b|каким образом|(?<!\p{L})как(?!\p{L})/iu],
];

export function demandOf(question: string): Demand {
  return PATTERNS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'other';
}

const CARRIES: Partial<Record<Demand, RegExp>> = {
  year: /\d{4}年|\d{1,2}月|\d{1,2}日|年初|年末|世纪/u,
  number:
    /[\d〇一二两三四五六七八九十百千万亿]+(?:[.．]\d+)?\s*(?:%|％|个|项|条|家|次|人|名|年|倍|成|万|亿|美元|元|吨|公里|度|千瓦|吉瓦|GW|MW|兆瓦|立方米|平方公里|标箱|列|天|座|所|对|种|台)|\d/u,
  who: /主席|总统|部长|院长|主任|社长|总编辑|公司|集团|大学|研究院|研究所|组织|中心|习近平|先生|女士/u,
  why: /因|由于|为了|受.{1,12}影响|以便|从而|旨在|得益于|鉴于|导致|为.{2,30}(?:提供|奠定|注入)|不足|短板|需求/u,
};

/** Whether a sentence holds the kind of thing that is asked for; undefined where that cannot be told. */
export function carries(sentence: string, demand: Demand): boolean | undefined {
  return CARRIES[demand]?.test(sentence);
}
