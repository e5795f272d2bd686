import { expect, test } from 'vitest';
import type { EmbeddingModel } from '../../lib/models/embedding-model.ts';
import { RememberedQuestions } from '../../lib/models/remembered-questions.ts';

/** Counts what reaches it, and fails as often as it is told to. */
class CountingModel implements EmbeddingModel {
  readonly id = 'counting';
  readonly dimensions = 1;
  readonly asked: string[] = [];
  failures = 0;

  async embedQuery(question: string): Promise<number[]> {
    this.asked.push(question);
    if (this.failures-- > 0) throw new Error('not now');
    return [question.length];
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => [text.length]);
  }
}

test('a question is embedded once, also when many ask it at the same time', async () => {
  const model = new CountingModel();
  const remembered = new RememberedQuestions(model);
  const vectors = await Promise.all(
    ['甲乙', '甲乙', '丙'].map((question) => remembered.embedQuery(question)),
  );
  expect(vectors).toEqual([[2], [2], [1]]);
  await remembered.embedQuery('甲乙');
  expect(model.asked).toEqual(['甲乙', '丙']);
});

test('a failure reaches who asked, and is not remembered', async () => {
  const model = new CountingModel();
  model.failures = 1;
  const remembered = new RememberedQuestions(model);
  await expect(remembered.embedQuery('甲')).rejects.toThrow('not now');
  expect(await remembered.embedQuery('甲')).toEqual([1]);
});
