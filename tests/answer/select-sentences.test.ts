import { describe, expect, test } from 'vitest';
import { selectSentences } from '../../lib/answer/select-sentences.ts';
import type { RankedPassage, Retrieval, SearchedForm } from '../../lib/retrieval/retriever.ts';
import { type Given, rankedPassage, texts } from './ranked.ts';

const select = (question: string, ...passages: readonly RankedPassage[]) =>
  texts(selectSentences({ forms: [], passages }, question));

const row = (count: number): Given[] =>
  Array.from({ length: count }, (_, at) => [`c1-s1-p${at + 1}.1`, `——第${at + 1}件事。`, 0.2]);

describe('the sentences that answer', () => {
  test('are the likeliest, best first, and at most three', () => {
    const passage = rankedPassage([
      ['c1-s1-p1.1', '甲。', 0.2],
      ['c1-s1-p2.1', '乙。', 0.4],
      ['c1-s1-p3.1', '丙。', 0.1],
      ['c1-s1-p4.1', '丁。', 0.3],
    ]);
    expect(select('介绍一下', passage)).toEqual(['乙。', '丁。', '甲。']);
  });

  test('leave out what is far less likely than the best', () => {
    const passage = rankedPassage([
      ['c1-s1-p1.1', '甲。', 0.9],
      ['c1-s1-p2.1', '乙。', 0.000001],
    ]);
    expect(select('介绍一下', passage)).toEqual(['甲。']);
  });

  test('are none where nothing was found', () => {
    expect(select('介绍一下')).toEqual([]);
  });

  test('hold what is asked for, when two are about as likely', () => {
    const passage = rankedPassage([
      ['c1-s1-p1.1', '隧道贯通，车流不息。', 0.5],
      ['c1-s1-p2.1', '隧道于2016年2月贯通。', 0.45],
    ]);
    expect(select('隧道什么时候贯通？', passage)[0]).toBe('隧道于2016年2月贯通。');
    expect(select('介绍一下隧道', passage)[0]).toBe('隧道贯通，车流不息。');
  });

  test('are never a run-in title: its likelihood passes to the sentence after it', () => {
    const passage = rankedPassage([
      ['c1-s1-p1.1', '——架桥先行。', 0.8, true],
      ['c1-s1-p1.2', '桥架在河上。', 0.05],
      ['c1-s1-p2.1', '路修到山里。', 0.15],
    ]);
    expect(select('介绍一下', passage)).toEqual(['桥架在河上。', '路修到山里。']);
  });

  test.each(['同年', '此外', '双方', '该'])(
    'bring the one before along when the best begins with “%s”',
    (beginning) => {
      const passage = rankedPassage([
        ['c1-s1-p1.1', '隧道于2016年贯通。', 0.01],
        ['c1-s1-p1.2', `${beginning}公路通车。`, 0.9],
        ['c1-s1-p1.3', '车流不息。', 0.02],
      ]);
      expect(select('介绍一下', passage).slice(0, 2)).toEqual([
        `${beginning}公路通车。`,
        '隧道于2016年贯通。',
      ]);
    },
  );

  test('do not bring along what stands in another paragraph', () => {
    const passage = rankedPassage([
      ['c1-s1-p1.1', '隧道于2016年贯通。', 0.0001],
      ['c1-s1-p2.1', '同年公路通车。', 0.9],
    ]);
    expect(select('介绍一下', passage)).toEqual(['同年公路通车。']);
  });
});

describe('an enumeration that is asked for', () => {
  test('is quoted whole, in reading order', () => {
    expect(select('要做哪些事？', rankedPassage(row(5)))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `——第${n}件事。`),
    );
  });

  test('that is too long is not quoted whole', () => {
    expect(select('要做哪些事？', rankedPassage(row(6)))).toHaveLength(3);
  });

  test('is not quoted whole when one point of it is asked for', () => {
    expect(select('怎么做事？', rankedPassage(row(5)))).toHaveLength(3);
  });
});

describe('questions asked at once', () => {
  const passage = rankedPassage([
    ['c1-s1-p1.1', '甲。', 0.4],
    ['c1-s1-p2.1', '乙。', 0.3],
    ['c1-s1-p3.1', '丙。', 0.2],
    ['c1-s1-p4.1', '丁。', 0.15],
  ]);
  const part = (last: number): SearchedForm => {
    const sentences = passage.sentences.map((ranked, at) => ({ ...ranked, score: at === 3 ? last : 0.01 }));
    return {
      kind: 'part',
      query: { text: '丁怎么样', language: 'zh', chinese: '', keywords: '' },
      evidence: {} as SearchedForm['evidence'],
      passages: [{ ...passage, score: last, sentences }],
    };
  };
  const selected = (forms: Retrieval['forms']) =>
    texts(selectSentences({ forms, passages: [passage] }, '甲怎么样'));

  test('have each their own sentence among those quoted', () => {
    expect(selected([part(0.9)])).toContain('丁。');
  });

  test('lean on one another where a part finds nothing sure', () => {
    expect(selected([part(0.1)])).not.toContain('丁。');
  });
});
