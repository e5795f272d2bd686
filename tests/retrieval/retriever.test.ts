import { beforeAll, describe, expect, test } from 'vitest';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { openIndex, type PassageIndex } from '../../lib/passage-index/open.ts';
import type { Turn } from '../../lib/retrieval/follow-up.ts';
import { FITTED_WEIGHTS } from '../../lib/retrieval/rank.ts';
import { type Retrieval, Retriever } from '../../lib/retrieval/retriever.ts';
import { readSettings } from '../../lib/settings.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

const WAREHOUSES = '陕西建成了几个海外仓？';
const TUNNEL = '安格连—帕普铁路隧道结束了什么历史？';

let index: PassageIndex;
let model: BundledEmbeddings;
let retriever: Retriever;

beforeAll(async () => {
  model = await BundledEmbeddings.load(readSettings({}).modelDirectory);
  index = await openIndex(await indexedCorpus(), model);
  retriever = new Retriever(index, model);
});

const ask = (question: string, history: readonly Turn[] = []) => retriever.retrieve({ question, history });
const ranking = ({ passages }: Pick<Retrieval, 'passages'>) =>
  passages.map(({ passage, score }) => [passage.id, score]);
const bestText = ({ passages }: Pick<Retrieval, 'passages'>) => passages[0]?.passage.text;
const kinds = ({ forms }: Retrieval) => forms.map(({ kind }) => kind);

describe('a retrieval', () => {
  test.each([
    [WAREHOUSES, '累计建成10个海外仓'],
    ['How many overseas warehouses has Shaanxi built?', '累计建成10个海外仓'],
    ['Сколько зарубежных складов построила провинция Шэньси?', '累计建成10个海外仓'],
  ])('begins with the passage that answers: %s', async (question, text) => {
    expect(bestText(await ask(question))).toContain(text);
  });

  test.each([
    ['traditional characters', '陝西建成了幾個海外倉？'],
    ['a full-width question', '陕西建成了几个海外仓?'],
    ['invisible characters', '\u200b陕西建成了几个\u00ad海外仓？'],
  ])('ranks alike for %s', async (_, question) => {
    expect(ranking(await ask(question))).toEqual(ranking(await ask(WAREHOUSES)));
  });

  test.each([
    ['西安国际港引入的ＲＦＩＤ装置有什么用？', '西安国际港引入的RFID装置有什么用？'],
    ['西安国际港引入的rfid装置有什么用？', '西安国际港引入的RFID装置有什么用？'],
    ['WHERE IS THE XI’AN INTERNATIONAL PORT?', 'where is the Xi’an international port?'],
  ])('ranks alike whatever the width and the case: %s', async (typed, usual) => {
    expect(ranking(await ask(typed))).toEqual(ranking(await ask(usual)));
  });

  test('is ranked best first, each passage once, each with the score of its best sentence', async () => {
    const { passages } = await ask(WAREHOUSES);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(passages.map(({ passage }) => passage.id)).size).toBe(passages.length);
    for (const { score, sentences } of passages)
      expect(score).toBe(Math.max(...sentences.map((sentence) => sentence.score)));
  });

  test('scores sentences with probabilities: over all of one form they sum to one', async () => {
    const { forms } = await ask(WAREHOUSES);
    const scores = forms[0]?.passages.flatMap(({ sentences }) => sentences.map(({ score }) => score)) ?? [];
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
  });

  test('keeps the raw scores: cosines of passages and sentences, and sums of words', async () => {
    const { forms } = await ask(WAREHOUSES);
    const { passages } = forms[0]?.evidence ?? { passages: [] };
    const best = passages.find(({ passage }) => index.passages[passage]?.text.includes('10个海外仓'));
    expect(best?.words).toBeGreaterThan(0);
    for (const { similarity, sentences } of passages) {
      for (const cosine of [similarity, ...sentences.map((sentence) => sentence.similarity)]) {
        expect(cosine).toBeGreaterThanOrEqual(-1);
        expect(cosine).toBeLessThanOrEqual(1 + 1e-6);
      }
    }
  });

  test('has the cosines that the model itself gives', async () => {
    const { evidence, query } = (await ask(WAREHOUSES)).forms[0] ?? {};
    const { passage, similarity } = evidence?.passages[0] ?? { passage: -1, similarity: Number.NaN };
    const text = index.layers.passages.entries[passage]?.text ?? '';
    const question = await model.embedQuery(query?.chinese ?? '');
    const [vector = []] = await model.embedDocuments([text]);
    const cosine = question.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
    expect(similarity).toBeCloseTo(cosine, 5);
  });

  test('is the same when it is asked again, by the same retriever or by a new one', async () => {
    const again = await ask(WAREHOUSES);
    expect(again).toEqual(await ask(WAREHOUSES));
    expect(await new Retriever(index, model).retrieve({ question: WAREHOUSES })).toEqual(again);
  });

  test('of words that nothing holds still ranks, and names no word that is shared', async () => {
    const { forms, passages } = await ask('qwxyz');
    expect(passages.length).toBeGreaterThan(0);
    expect(forms[0]?.evidence.passages.every(({ words }) => words === 0)).toBe(true);
  });

  test('without any weight finds every sentence equally likely', async () => {
    const even = Object.fromEntries(Object.keys(FITTED_WEIGHTS.chinese).map((name) => [name, 0]));
    const weights = { chinese: even, foreign: even } as typeof FITTED_WEIGHTS;
    const { passages } = await new Retriever(index, model, weights).retrieve({ question: WAREHOUSES });
    const scores = new Set(passages.flatMap(({ sentences }) => sentences.map(({ score }) => score)));
    expect(scores.size).toBe(1);
  });
});

describe('a conversation', () => {
  const history: Turn[] = [
    { role: 'user', content: TUNNEL },
    { role: 'assistant', content: '结束了乌境内运输需绕道他国的历史。' },
  ];

  test('completes a question that needs it, and searches both forms', async () => {
    const retrieval = await ask('它是谁承建的？', history);
    expect(kinds(retrieval)).toEqual(['asked', 'completed']);
    expect(bestText(retrieval)).toContain('安格连—帕普');
  });

  test('leaves a question alone that stands by itself', async () => {
    const question = '陕西与中亚国家共建国际物流节点，累计建成了几座海外仓库？';
    expect(kinds(await ask(question, history))).toEqual(['asked']);
    expect(ranking(await ask(question, history))).toEqual(ranking(await ask(question)));
  });

  test('is not remembered: the same words after another question are searched anew', async () => {
    const alone = await ask('谁承建的？');
    const after = await ask('谁承建的？', history);
    expect(kinds(alone)).toEqual(['asked']);
    expect(kinds(after)).toEqual(['asked', 'completed']);
    expect(kinds(await ask('谁承建的？'))).toEqual(['asked']);
  });
});

describe('two questions at once', () => {
  test('are searched together and apart, and neither drowns the other', async () => {
    const retrieval = await ask(`${WAREHOUSES}${TUNNEL}`);
    expect(kinds(retrieval)).toEqual(['asked', 'part', 'part']);
    const first = retrieval.passages
      .slice(0, 3)
      .map(({ passage }) => passage.text)
      .join('\n');
    expect(first).toContain('10个海外仓');
    expect(first).toContain('安格连—帕普');
  });

  test('leave each sentence the best of its probabilities', async () => {
    const { forms, passages } = await ask(`${WAREHOUSES}${TUNNEL}`);
    for (const { passage, score } of passages.slice(0, 5)) {
      const apart = forms.flatMap((form) =>
        form.passages.filter((found) => found.passage === passage).map((found) => found.score),
      );
      expect(score).toBe(Math.max(...apart));
    }
  });
});
