import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { EmbeddingThread } from '../../lib/models/embedding-thread.ts';
import { ThreadedEmbeddings } from '../../lib/models/threaded-embeddings.ts';

const DIRECTORY = 'models/bge-small-zh-v1.5';
const TEXTS = [
  '鲁班工坊建在哪些国家？',
  '中欧班列',
  'What about 2024?',
  '2024年中国同中亚国家贸易总额是多少？',
];

describe('embeddings in threads', () => {
  let threaded: ThreadedEmbeddings;
  let bundled: BundledEmbeddings;
  beforeAll(async () => {
    [threaded, bundled] = await Promise.all([
      ThreadedEmbeddings.load(DIRECTORY),
      BundledEmbeddings.load(DIRECTORY),
    ]);
  });
  afterAll(() => threaded.close());

  test('give questions the vectors that the main thread gives, however many are asked at once', async () => {
    const vectors = await Promise.all(TEXTS.map((text) => threaded.embedQuery(text)));
    for (const [at, text] of TEXTS.entries()) expect(vectors[at]).toEqual(await bundled.embedQuery(text));
  });

  test('give documents in order and count them', async () => {
    const done: number[] = [];
    const vectors = await threaded.embedDocuments(TEXTS, (count) => done.push(count));
    expect(vectors).toEqual(await bundled.embedDocuments(TEXTS));
    expect(done).toEqual([1, 2, 3, 4]);
  });

  test('are those of the same model', () => expect(threaded.id).toBe(bundled.id));
});

test('a thread that cannot load its model fails what it was asked, and says which folder', async () => {
  const thread = new EmbeddingThread('models/no-such-model');
  await expect(thread.embed('question', '中亚')).rejects.toThrow('no-such-model');
  expect(thread.waiting).toBe(0);
  await thread.close();
});

test('a thread that was ended fails what it was asked, and is replaced at the next question', async () => {
  const thread = new EmbeddingThread(DIRECTORY);
  const unanswered = expect(thread.embed('question', '中亚')).rejects.toThrow('ended');
  await thread.close();
  await unanswered;
  expect(await thread.embed('question', '中亚')).toHaveLength(512);
  await thread.close();
});
