import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PassageIndex } from '../../lib/passage-index/open.ts';
import { Retriever } from '../../lib/retrieval/retriever.ts';
import { sentenceNumbers } from '../../lib/retrieval/sentence-numbers.ts';
import { ingestInto, model, open, smallCorpus } from '../passage-index/small-index.ts';

let index: PassageIndex;
let retriever: Retriever;

/** Two small reports that differ in one thing: what carries the freight. */
beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'zhangwen-'));
  const corpus = await smallCorpus(home);
  const other = (await readFile(corpus.report, 'utf8')).replaceAll('氢能拖车', '跨海缆车');
  await writeFile(join(home, 'corpus/quays.txt'), other);
  await ingestInto(corpus);
  index = await open(corpus);
  retriever = new Retriever(index, model);
  return () => rm(home, { recursive: true, force: true });
});

const TRUCKS = '氢能拖车续航约多少公里？';

describe('evidence limited to a report', () => {
  test.each(['quays', 'harbours'])(
    'comes from %s alone, and reaches every passage of it',
    async (reportId) => {
      const { forms, passages } = await retriever.retrieve({ question: TRUCKS, reportId });
      const found = forms[0]?.evidence.passages.map(({ passage }) => index.passages[passage]) ?? [];
      expect(new Set(found)).toEqual(new Set(index.passages.filter((held) => held.reportId === reportId)));
      expect(passages).toHaveLength(found.length);
    },
  );

  test('is remembered apart from the evidence of all reports', async () => {
    const limited = await retriever.retrieve({ question: TRUCKS, reportId: 'quays' });
    const all = await retriever.retrieve({ question: TRUCKS });
    expect(all.passages[0]?.passage.reportId).toBe('harbours');
    expect(limited.passages[0]?.passage.reportId).toBe('quays');
  });

  test('is none where no report is of that name', async () => {
    const { passages } = await retriever.retrieve({ question: TRUCKS, reportId: 'nowhere' });
    expect(passages).toEqual([]);
  });
});

describe('evidence of a passage', () => {
  test('is there once for each of its sentences, in reading order', async () => {
    const { forms } = await retriever.retrieve({ question: TRUCKS });
    for (const { passage, sentences } of forms[0]?.evidence.passages ?? []) {
      const count = index.passages[passage]?.sentences.length ?? 0;
      expect(sentences.map(({ sentence }) => sentence)).toEqual(Array.from({ length: count }, (_, at) => at));
    }
  });
});

describe('the numbers of sentences', () => {
  test('count each sentence of each passage once', () => {
    const { count, starts } = sentenceNumbers(index);
    const lengths = index.passages.map(({ sentences }) => sentences.length);
    expect(count).toBe(lengths.reduce((sum, length) => sum + length, 0));
    expect(lengths.map((_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0))).toEqual(lengths);
  });

  test('lead from a known question to the sentence that answers it, and from others nowhere', () => {
    const { answering, starts } = sentenceNumbers(index);
    index.questions.forEach(({ kind, passage = 0, sentence = 0 }, at) => {
      expect(answering[at]).toBe(kind === 'answered' ? (starts[passage] ?? 0) + sentence : -1);
    });
  });

  test('are worked out once for an index', () => {
    expect(sentenceNumbers(index)).toBe(sentenceNumbers(index));
  });
});
