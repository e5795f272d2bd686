import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServiceEmbeddings } from '../../lib/models/service-embeddings.ts';
import { openIndex } from '../../lib/passage-index/open.ts';
import { indexedCorpus } from '../indexed-corpus.ts';
import { type ScriptedService, startScriptedService } from './scripted-service.ts';

let service: ScriptedService;
beforeAll(async () => {
  service = await startScriptedService();
});
afterAll(() => service.close());

describe('Embeddings of a service', () => {
  test('know their dimensions, and have length one', async () => {
    const model = await ServiceEmbeddings.connect({ baseUrl: service.baseUrl }, 'embedder');
    expect(model.dimensions).toBe(3);
    expect(Math.hypot(...(await model.embedQuery('中亚')))).toBeCloseTo(1);
  });

  test('come in the order of their texts, ten a call, with progress', async () => {
    const model = await ServiceEmbeddings.connect({ baseUrl: service.baseUrl }, 'embedder');
    const texts = Array.from({ length: 95 }, (_, at) => '字'.repeat(at + 1));
    const done: number[] = [];
    service.requests.length = 0;
    const vectors = await model.embedDocuments(texts, (count) => done.push(count));
    expect(vectors).toHaveLength(95);
    expect(vectors[60]).toEqual(await model.embedQuery(texts[60] ?? ''));
    expect(done.at(-1)).toBe(95);
    expect(service.requests.filter(({ body }) => body.input?.length === 10).length).toBeGreaterThanOrEqual(9);
  });

  test('cannot be used with an index that another model made', async () => {
    const model = await ServiceEmbeddings.connect({ baseUrl: service.baseUrl }, 'embedder');
    await expect(openIndex(await indexedCorpus(), model)).rejects.toThrow(
      /bge-small-zh.*embedder@127\.0\.0\.1/,
    );
  });
});
