import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { Lexicon } from '../../../lib/answer/guard/lexicon.ts';
import { DAMAGES } from '../../../lib/evaluation/damaged-answers.ts';
import {
  damagedAnswers,
  faithfulAnswers,
  handWrittenAnswers,
  shownPassages,
  tryDamaged,
  tryFaithful,
} from '../../../lib/evaluation/guard-trial.ts';
import { BundledEmbeddings } from '../../../lib/models/bundled-embeddings.ts';
import { openIndex } from '../../../lib/passage-index/open.ts';
import type { RankedPassage } from '../../../lib/retrieval/retriever.ts';
import { indexedCorpus } from '../../indexed-corpus.ts';

let passages: RankedPassage[];
let lexicon: Lexicon;
beforeAll(async () => {
  const index = await openIndex(
    await indexedCorpus(),
    await BundledEmbeddings.load('models/bge-small-zh-v1.5'),
  );
  passages = shownPassages(index);
  lexicon = new Lexicon(index);
});

// The first seed is the one of the table in docs/checking-answers.md.
describe.each([2026, 7, 90125])('With seed %i', (seed) => {
  test('at least 98 % of 200 damaged answers are stopped, of each kind of damage 30', () => {
    const trials = damagedAnswers(passages, 200, seed).map((answer) => tryDamaged(answer, lexicon));
    expect(trials).toHaveLength(200);
    for (const damage of DAMAGES)
      expect(trials.filter(({ answer }) => answer.damage === damage).length).toBeGreaterThan(30);
    expect(trials.filter(({ right }) => right).length).toBeGreaterThanOrEqual(196);
  });

  test('at least 97 % of 200 faithful answers are let through whole', async () => {
    const byHand = handWrittenAnswers(
      passages,
      await readFile('tests/fixtures/honest-paraphrases.jsonl', 'utf8'),
    );
    const generated = faithfulAnswers(passages, 200 - byHand.length, seed);
    const trials = [...byHand, ...generated].map((answer) => tryFaithful(answer, lexicon));
    expect(trials).toHaveLength(200);
    expect(trials.filter(({ right }) => right).length).toBeGreaterThanOrEqual(194);
  });
});

test('A check takes a millisecond at most', () => {
  const answers = faithfulAnswers(passages, 200, 1);
  for (const answer of answers) tryFaithful(answer, lexicon);
  const took = answers.map((answer) => tryFaithful(answer, lexicon).took).sort((a, b) => a - b);
  expect(took.at(Math.floor(took.length / 2))).toBeLessThan(1);
});
