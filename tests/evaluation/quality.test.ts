import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { Assistant } from '../../lib/assistant.ts';
import { parseQuestionFile } from '../../lib/evaluation/question-file.ts';
import { runQuestions } from '../../lib/evaluation/run-questions.ts';
import { type Figures, figures, type QuestionScore } from '../../lib/evaluation/score.ts';
import { readSettings } from '../../lib/settings.ts';
import { languageOf } from '../../lib/text/language.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

// Floors, a little below what docs/retrieval.md reports: a change that falls through one made something worse.
describe.each([
  {
    file: 'tests/fixtures/development-questions.jsonl',
    floors: { recallAt1: 0.88, recallAt5: 0.99, meanReciprocalRank: 0.92, answer: 0.95, citation: 0.97 },
    foreignRecallAt5: 1,
    refused: { offtopic: 10, unanswerable: 12 },
    refusedWrongly: 4,
  },
  {
    file: 'tests/fixtures/own-questions.jsonl',
    floors: { recallAt1: 0.82, recallAt5: 0.98, meanReciprocalRank: 0.89, answer: 0.9, citation: 0.95 },
    foreignRecallAt5: 0.96,
    refused: { offtopic: 12, unanswerable: 14 },
    refusedWrongly: 10,
  },
])('on $file', ({ file, floors, foreignRecallAt5, refused, refusedWrongly }) => {
  let scores: QuestionScore[];

  beforeAll(async () => {
    const assistant = await Assistant.open({ ...readSettings({}), dataDirectory: await indexedCorpus() });
    scores = await runQuestions(assistant, parseQuestionFile(await readFile(file), file));
    assistant.close();
  });

  test.each(Object.entries(floors))('%s is at least %d', (figure, floor) => {
    expect(figures(scores)[figure as keyof Figures]).toBeGreaterThanOrEqual(floor);
  });

  test('questions in English and Russian find their place among five passages', () => {
    const foreign = scores.filter(({ question }) => languageOf(question.question) !== 'zh');
    expect(figures(foreign).recallAt5).toBeGreaterThanOrEqual(foreignRecallAt5);
  });

  test('every quotation stands word for word in the chapter and section that it names', () => {
    expect(scores.filter((score) => !score.verbatim)).toEqual([]);
  });

  test.each(Object.entries(refused))('of the %s questions at least %d are refused', (type, least) => {
    const asked = scores.filter(({ question }) => question.type === type);
    expect(asked.filter(({ response }) => response.refused).length).toBeGreaterThanOrEqual(least);
  });

  test('few questions that the report answers are refused', () => {
    const answerable = scores.filter(({ question }) => question.gold.length > 0);
    expect(answerable.filter(({ response }) => response.refused).length).toBeLessThanOrEqual(refusedWrongly);
  });
});
