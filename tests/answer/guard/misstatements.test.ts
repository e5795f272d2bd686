import { beforeAll, describe, expect, test } from 'vitest';
import { type EvidenceSource, evidenceSource } from '../../../lib/answer/guard/evidence.ts';
import { Guard, type Verdict } from '../../../lib/answer/guard/guard.ts';
import { Lexicon } from '../../../lib/answer/guard/lexicon.ts';
import { shownPassages } from '../../../lib/evaluation/guard-trial.ts';
import { BundledEmbeddings } from '../../../lib/models/bundled-embeddings.ts';
import { openIndex } from '../../../lib/passage-index/open.ts';
import { languageOf } from '../../../lib/text/language.ts';
import { indexedCorpus } from '../../indexed-corpus.ts';

/** What the passages hold that the sentences below cite, [1] the first. */
const PASSAGES = [
  '948亿美元',
  '170亿美元',
  '咸海曾是',
  '鲁班工坊，首期',
  'GDP突破130',
  '中亚电子商务',
  '互免签证',
  '开行1.9万列',
  '55GW',
  '0.69亿',
  '阿克纠宾油田',
  '2012年封关',
  '铁路项目正式启动',
  '杜尚别设立上合组织禁毒',
];

const FALSE = [
  '2024年，中国同中亚国家贸易总额达948亿美元，较上年减少54亿美元[1]。',
  '中国是中亚国家第二大贸易伙伴[1]。',
  '2023年，中国同中亚国家贸易总额达948亿美元[1]。',
  '2024年，中国同中亚国家贸易总额达54亿美元，较上年增加948亿美元[1]。',
  '咸海面积从1960年的约6000平方公里扩大到2020年的约6.7万平方公里[3]。',
  '咸海曾是世界第五大湖[3]。',
  '2023年10月，哈萨克斯坦迎来首家鲁班工坊[4]。',
  '2023年12月，吉尔吉斯斯坦迎来首家鲁班工坊[4]。',
  '哈萨克斯坦首家鲁班工坊设立了5个实训区[4]。',
  '2024年7月，中国决定在哈萨克斯坦开设第三家鲁班工坊[4]。',
  '2024年，美国GDP突破130万亿元人民币[5]。',
  '2024年，中国GDP突破130万亿美元[5]。',
  '乌兹别克斯坦的移动支付渗透率三年内从58%降到12%[6]。',
  '乌兹别克斯坦本土电商平台Kaspi月活用户达1350万[6]。',
  '哈萨克斯坦自2021年起率先对中国游客开放10天免签待遇[7]。',
  '乌兹别克斯坦自2021年起对中国游客开放30天免签待遇[7]。',
  '吉尔吉斯斯坦水电技术可开发量约55GW[9]。',
  '中国与中亚五国的农产品贸易规模从2001年的28.75亿美元减少到2023年的0.69亿美元[10]。',
  '1997年，华为中标哈萨克斯坦阿克纠宾油田开发项目[11]。',
  '中哈霍尔果斯国际边境合作中心自2012年关闭[12]。',
  '报告明确支持在比什凯克设立上合组织禁毒中心[14]。',
  '中国未与中亚国家实现贸易增长[1]。',
  '贸易增长的原因是美国的关税政策[1]。',
  '中国同中亚国家贸易总额达948亿美元，占中国外贸的一半[1]。',
  '习近平表示贸易总额达948亿美元是历史的耻辱[1]。',
  'Trade between China and Central Asian countries reached 94.8 million US dollars in 2024 [1].',
  'Trade between China and Central Asian countries fell to 94.8 billion US dollars in 2024 [1].',
  'In 2024 trade between Russia and Central Asian countries reached 94.8 billion US dollars [1].',
  "Tajikistan's hydropower potential is about 65 GW [9].",
  "Kyrgyzstan's technically exploitable hydropower is about 55 GW [9].",
  'The Aral Sea shrank from 67,000 square kilometres in 1970 to 6,000 in 2020 [3].',
  "China's GDP exceeded 130 trillion dollars in 2024 [5].",
  'В 2023 году торговля Китая со странами Центральной Азии достигла 94,8 млрд долларов [1].',
  'Торговля Китая со странами Центральной Азии достигла 94,8 млн долларов [1].',
  'Гидроэнергетический потенциал Киргизии составляет около 55 ГВт [9].',
  'Первая мастерская Лу Баня открылась в Узбекистане в декабре 2023 года [4].',
  'Индия стала крупнейшим торговым партнёром Центральной Азии [1].',
];

const TRUE = [
  'The Aral Sea shrank from about 67,000 square kilometres in 1960 to about 6,000 square kilometres in 2020 [3].',
  "Kazakhstan's local e-commerce platform Kaspi has 13.5 million monthly active users, reaching 70% of the population [6].",
  'Mobile payment penetration in Uzbekistan rose from 12% to 58% within three years [6].',
  'Since 2021 Uzbekistan has granted Chinese tourists a 10-day visa-free stay [7].',
  'China and Kazakhstan introduced mutual visa-free travel in November 2023, with stays of up to 30 days [7].',
  'In December 2023 the first Luban Workshop opened in Kazakhstan, with four training areas [4].',
  'In 1997 China National Petroleum Corporation won the bid for the Aktobe oilfield project in Kazakhstan [11].',
  'Первая мастерская Лу Баня в Казахстане открылась в декабре 2023 года [4].',
  'Площадь Аральского моря сократилась с 67 тыс. кв. км в 1960 году до 6 тыс. кв. км в 2020 году [3].',
  'С 2021 года Узбекистан предоставляет китайским туристам 10-дневный безвизовый режим [7].',
  'В 2024 году поезда Китай — Европа совершили 19 тысяч рейсов, рост на 10 % [8].',
  '哈萨克斯坦首家鲁班工坊于2023年12月设立，首期有四个实训区[4]。',
  '中亚电商市场未来五年预计将超过300亿美元，年均增长28%[6]。',
  '咸海曾经是世界第四大湖，到2020年面积只剩约6000平方公里[3]。',
  '乌兹别克斯坦从2021年开始对中国游客免签10天[7]。',
];

/** What the guard is known to let through: two figures of one sentence, exchanged. */
const KNOWN_TO_PASS = [
  '2024年，中亚班列开行1.9万列、发送207万标箱[8]。',
  '2024年，中欧班列开行1.9万列，同比增长9%[8]。',
  "Uzbekistan's e-commerce platform Kaspi has 13.5 million users [6].",
];

let sources: EvidenceSource[];
let lexicon: Lexicon;
beforeAll(async () => {
  const index = await openIndex(
    await indexedCorpus(),
    await BundledEmbeddings.load('models/bge-small-zh-v1.5'),
  );
  lexicon = new Lexicon(index);
  const passages = shownPassages(index);
  sources = PASSAGES.flatMap((words, at) => {
    const found = passages.find(({ passage }) => passage.text.includes(words));
    return found ? [evidenceSource(at + 1, found)] : [];
  });
});

function check(sentence: string): Verdict {
  const options = { sources, lexicon, titles: new Map<string, string>(), language: languageOf(sentence) };
  return new Guard(options).check(sentence);
}

test('All passages are found', () => expect(sources).toHaveLength(PASSAGES.length));

describe('Not shown:', () => {
  test.each(FALSE)('%s', (sentence) => expect(check(sentence).kind).toBe('dropped'));
});

describe('Shown:', () => {
  test.each(TRUE)('%s', (sentence) => expect(check(sentence).kind).toBe('shown'));
});

describe('Known to pass, and told of in docs/checking-answers.md:', () => {
  test.each(KNOWN_TO_PASS)('%s', (sentence) => expect(check(sentence).kind).toBe('shown'));
});
