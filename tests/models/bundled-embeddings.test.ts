import { beforeAll, describe, expect, it } from 'vitest';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { readSettings } from '../../lib/settings.ts';

const { modelDirectory } = readSettings({});
let model: BundledEmbeddings;

beforeAll(async () => {
  model = await BundledEmbeddings.load(modelDirectory);
});

const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('the bundled model', () => {
  it('gives one vector a text, in order, each of length 1', async () => {
    const texts = ['贸易额达到948亿美元。', '鲁班工坊', ''];
    const vectors = await model.embedDocuments(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(model.dimensions);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  it('gives the vector that its provenance states', async () => {
    const text = '为这个句子生成表示以用于检索相关文章：2024年中国同中亚国家贸易总额是多少？';
    const vector = await model.embedQuery(text);
    for (const [at, value] of [-0.070876, 0.109829, -0.032739].entries())
      expect(vector[at]).toBeCloseTo(value, 4);
  });

  it('gives a text the same vector whatever stands beside it', async () => {
    const [alone] = await model.embedDocuments(['中欧班列']);
    const [, beside] = await model.embedDocuments(['中国与中亚国家贸易额创历史新高。', '中欧班列']);
    expect(beside).toEqual(alone);
  });

  it('finds the text that answers nearer than one that does not', async () => {
    const question = await model.embedQuery('中国和中亚的贸易额有多大？');
    const [trade = [], dance = []] = await model.embedDocuments([
      '2024年中国与中亚国家贸易额达到948亿美元。',
      '敦煌舞蹈在阿拉木图上演。',
    ]);
    expect(cosine(question, trade)).toBeGreaterThan(cosine(question, dance) + 0.1);
  });

  it('reads a text that is longer than it was trained for', async () => {
    const [vector = []] = await model.embedDocuments(['中亚'.repeat(2_000)]);
    expect(vector.every(Number.isFinite)).toBe(true);
  });

  it('tells how many texts are done', async () => {
    const done: number[] = [];
    await model.embedDocuments(['甲', '乙', '丙'], (count) => done.push(count));
    expect(done).toEqual([1, 2, 3]);
  });

  it('has an id that follows from its files and is known without loading it', async () => {
    expect(await BundledEmbeddings.idOf(modelDirectory)).toBe(model.id);
    expect(model.id).toMatch(/^bge-small-zh-v1\.5@[0-9a-f]{16}$/);
  });
});
