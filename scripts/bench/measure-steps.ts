import { ExtractiveAnswerer } from '../../lib/answer/extractive.ts';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { ThreadedEmbeddings } from '../../lib/models/threaded-embeddings.ts';
import { nearest } from '../../lib/passage-index/hnsw.ts';
import { openIndex } from '../../lib/passage-index/open.ts';
import { gatherEvidence } from '../../lib/retrieval/evidence.ts';
import { FITTED_WEIGHTS, sentenceProbabilities } from '../../lib/retrieval/rank.ts';
import { Retriever } from '../../lib/retrieval/retriever.ts';
import { similarityAt } from '../../lib/retrieval/similarities.ts';
import { readSettings } from '../../lib/settings.ts';
import { searchTokens } from '../../lib/text/tokenise.ts';
import type { Figure } from './figures.ts';
import type { Questions } from './questions.ts';
import { median, timed } from './statistics.ts';

const QUESTIONS_ASKED = 150;
const NEIGHBOURS = 200;

/** What a question's way is made of, step by step in this process, next to other ways of doing the same. */
export async function measureSteps(questions: Questions): Promise<Figure[]> {
  const { modelDirectory, dataDirectory } = readSettings();
  const inline = await BundledEmbeddings.load(modelDirectory);
  const threaded = await ThreadedEmbeddings.load(modelDirectory);
  const index = await openIndex(dataDirectory, inline);
  const retriever = new Retriever(index, threaded);
  const answerer = new ExtractiveAnswerer(index.reports);
  const layer = index.layers.questions;

  const times = new Map<string, number[]>();
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    let result: T | undefined;
    const milliseconds = await timed(async () => {
      result = await work();
    });
    times.set(name, [...(times.get(name) ?? []), milliseconds]);
    return result as T;
  };

  for (const question of questions.take(QUESTIONS_ASKED)) {
    const vector = await step('embedding, in a thread', () => threaded.embedQuery(question));
    await step('embedding, on the main thread', () => inline.embedQuery(question));
    await step('jieba', () => searchTokens(question));
    await step(`HNSW over ${layer.entries.length} vectors`, () => nearest(layer.store, vector, NEIGHBOURS));
    await step(`brute force over ${layer.entries.length} vectors`, () => {
      const exact = Float64Array.from(vector);
      return layer.entries
        .map((_, position) => ({ position, similarity: similarityAt(layer, position, exact) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, NEIGHBOURS);
    });
    await step('BM25 over passages', () => index.keywords.passages.of(question));
    await step('BM25 over anticipated questions', () => index.keywords.questions.of(question));
    const query = { text: question, language: 'zh', chinese: question, keywords: question } as const;
    const evidence = await gatherEvidence(index, threaded, query);
    await step('ranking', () => sentenceProbabilities(evidence, 'zh', FITTED_WEIGHTS));
    const retrieval = await step('retrieval, all of it', () => retriever.retrieve({ question }));
    await step('answering', async () => {
      for await (const _ of answerer.answer({ question, history: [], language: 'zh', retrieval }));
    });
  }
  await threaded.close();
  const group = 'Steps, outside the server (p50)';
  return [...times].map(([name, values]) => ({ group, name, value: median(values), unit: 'ms' }));
}
