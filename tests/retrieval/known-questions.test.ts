import { beforeAll, describe, expect, test } from 'vitest';
import { BundledEmbeddings } from '../../lib/models/bundled-embeddings.ts';
import { openIndex, type PassageIndex } from '../../lib/passage-index/open.ts';
import { type KnownQuestion, QUESTION_KINDS, type QuestionKind } from '../../lib/passages/passage.ts';
import type { Evidence } from '../../lib/retrieval/evidence.ts';
import { NEAREST_KEPT } from '../../lib/retrieval/known-questions.ts';
import { Retriever } from '../../lib/retrieval/retriever.ts';
import { readSettings } from '../../lib/settings.ts';
import { indexedCorpus } from '../indexed-corpus.ts';

let index: PassageIndex;
let retriever: Retriever;

beforeAll(async () => {
  const model = await BundledEmbeddings.load(readSettings({}).modelDirectory);
  index = await openIndex(await indexedCorpus(), model);
  retriever = new Retriever(index, model);
});

async function evidenceFor(question: string): Promise<Evidence> {
  const [form] = (await retriever.retrieve({ question })).forms;
  if (!form) throw new Error(`Nothing was searched for “${question}”`);
  return form.evidence;
}

function firstKnown(kind: QuestionKind, language = 'zh'): KnownQuestion {
  const found = index.questions.find((known) => known.kind === kind && known.language === language);
  if (!found) throw new Error(`The index holds no ${kind} question in ${language}`);
  return found;
}

describe('known questions', () => {
  test.each(QUESTION_KINDS)('that are %s are the nearest when they are asked word for word', async (kind) => {
    const { questions } = await evidenceFor(firstKnown(kind).text);
    for (const scores of ['similarities', 'words'] as const) {
      const nearest = QUESTION_KINDS.map((each) => questions[each][scores][0] ?? 0);
      expect(questions[kind][scores][0]).toBe(Math.max(...nearest));
    }
  });

  test.each(['zh', 'en', 'ru'])('in %s speak for the sentence that answers them', async (language) => {
    const known = firstKnown('answered', language);
    const { questions, passages } = await evidenceFor(known.text);
    const answering = passages.find(({ passage }) => passage === known.passage);
    const sentence = answering?.sentences.find((each) => each.sentence === known.sentence);
    expect(sentence?.questionWords).toBe(questions.answered.words[0]);
    if (language === 'zh') expect(sentence?.question).toBe(questions.answered.similarities[0]);
    else expect(sentence?.translatedWords).toBeGreaterThan(0);
  });

  test('speak for no sentence when the report leaves them open', async () => {
    const known = firstKnown('unanswered');
    const { questions, passages } = await evidenceFor(known.text);
    const nearest = passages.flatMap(({ sentences }) => sentences.map(({ question = -1 }) => question));
    expect(Math.max(...nearest)).toBe(questions.answered.similarities[0] ?? -1);
    expect(Math.max(...nearest)).toBeLessThan(questions.unanswered.similarities[0] ?? -1);
  });

  test('are kept by kind, the nearest first, a few of each', async () => {
    const { questions } = await evidenceFor('陕西建成了几个海外仓？');
    for (const kind of QUESTION_KINDS) {
      for (const scores of [questions[kind].similarities, questions[kind].words]) {
        expect(scores.length).toBeLessThanOrEqual(NEAREST_KEPT);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }
    }
  });

  test('further away than all that were looked at are below the floor', async () => {
    const { questions } = await evidenceFor('陕西建成了几个海外仓？');
    for (const kind of QUESTION_KINDS)
      for (const similarity of questions[kind].similarities)
        expect(similarity).toBeGreaterThanOrEqual(questions.floor);
  });

  test('tell by their words what a question is', async () => {
    const { questions: about } = await evidenceFor('陕西建成了几个海外仓？');
    const { questions: elsewhere } = await evidenceFor('怎么给猫剪指甲？');
    expect(about.odds.background.mean).toBeGreaterThan(elsewhere.odds.background.mean);
    expect(about.held).toEqual({ answered: true, unanswered: true, background: true });
  });
});
