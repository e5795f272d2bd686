import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, SentenceEvidence } from '../../lib/retrieval/evidence.ts';
import {
  FITTED_WEIGHTS,
  RANKING_FEATURES,
  type RankingWeights,
  rankingFeatures,
  sentenceProbabilities,
} from '../../lib/retrieval/rank.ts';

const NOTHING: Omit<SentenceEvidence, 'sentence'> = {
  similarity: 0,
  question: undefined,
  questionWords: 0,
  threeQuestionsWords: 0,
  translatedWords: 0,
};
const FLOOR = 0.3;

/** Evidence of one passage after another, of which only what is given speaks for a sentence. */
function evidenceOf(...passages: readonly Partial<SentenceEvidence>[][]): Evidence {
  const questions = { floor: FLOOR } as Evidence['questions'];
  return {
    questions,
    passages: passages.map((sentences, passage) => ({
      passage,
      similarity: 0,
      words: 0,
      sentences: sentences.map((given, sentence) => ({ sentence, ...NOTHING, ...given })),
    })),
  };
}

function only(feature: (typeof RANKING_FEATURES)[number], weight = 1): RankingWeights {
  const none = Object.fromEntries(RANKING_FEATURES.map((name) => [name, 0]));
  return { chinese: { ...none, [feature]: weight }, foreign: none } as RankingWeights;
}

describe('the probability that a sentence answers', () => {
  test('sums to one over all sentences, however large the scores', () => {
    const sentence = fc.record({
      similarity: fc.double({ min: -1, max: 1, noNaN: true }),
      questionWords: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    const passages = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(passages, fc.double({ min: 0, max: 1e4, noNaN: true }), (given, weight) => {
        const found = sentenceProbabilities(evidenceOf(...given), 'zh', only('sentence', weight));
        const all = found.flatMap(({ sentences }) => sentences);
        expect(all.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
        expect(all.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test.each(['similarity', 'question', 'questionWords', 'threeQuestionsWords'] as const)(
    'does not fall when its %s rises',
    (name) => {
      const of = (value: number) =>
        sentenceProbabilities(evidenceOf([{}, { [name]: value }]), 'zh', FITTED_WEIGHTS)[0]?.sentences[1];
      expect(of(0.9)).toBeGreaterThanOrEqual(of(0.5) ?? 1);
    },
  );

  test('is the same for sentences for which the same speaks, in whichever passage', () => {
    const [first, second] = sentenceProbabilities(evidenceOf([{}, {}], [{}]), 'zh', FITTED_WEIGHTS);
    expect(first?.sentences).toEqual([1 / 3, 1 / 3]);
    expect(second?.sentences).toEqual([1 / 3]);
  });

  test('follows the weights of the question’s language', () => {
    const evidence = evidenceOf([{ similarity: 0.9 }, { similarity: 0.1 }]);
    const [chinese] = sentenceProbabilities(evidence, 'zh', only('sentence'));
    const [russian] = sentenceProbabilities(evidence, 'ru', only('sentence'));
    expect(chinese?.sentences[0]).toBeGreaterThan(chinese?.sentences[1] ?? 1);
    expect(russian?.sentences).toEqual([0.5, 0.5]);
  });
});

describe('what a probability rests on', () => {
  const column = (evidence: Evidence, name: (typeof RANKING_FEATURES)[number]) =>
    rankingFeatures(evidence).map((rows) => rows.map((row) => row[RANKING_FEATURES.indexOf(name)]));

  test('is one row a sentence, one column a feature', () => {
    const rows = rankingFeatures(evidenceOf([{}, {}], [{}]));
    expect(rows.map((passage) => passage.map((row) => row.length))).toEqual([[7, 7], [7]]);
  });

  test('takes words as shares of the best', () => {
    const evidence = evidenceOf([{ questionWords: 3 }, { questionWords: 12 }], [{}]);
    expect(column(evidence, 'questionWords')).toEqual([[0.25, 1], [0]]);
  });

  test('takes no words for nothing, not for an error', () => {
    expect(column(evidenceOf([{}, {}]), 'translatedWords')).toEqual([[0, 0]]);
  });

  test('takes a sentence without a near question for one whose question is just too far', () => {
    const [[without, at] = []] = column(evidenceOf([{}, { question: FLOOR }]), 'question');
    expect(without).toBe(at);
  });
});
