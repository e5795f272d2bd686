import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { REFUSAL_FEATURES, refusalFeatures } from '../lib/answer/refusal-features.ts';
import { BundledEmbeddings } from '../lib/models/bundled-embeddings.ts';
import { openIndex } from '../lib/passage-index/open.ts';
import { parseJsonLines } from '../lib/report/json-lines.ts';
import { RANKING_FEATURES, rankingFeatures } from '../lib/retrieval/rank.ts';
import { Retriever, type SearchedForm } from '../lib/retrieval/retriever.ts';
import { readSettings } from '../lib/settings.ts';
import { withoutWhitespace } from '../lib/text/normalise.ts';
import { run } from './command.ts';
import { fitListwise, type RankedExample } from './fit/listwise.ts';
import { areaUnderCurve, fitLogistic, type LinearModel, linearScore } from './fit/logistic.ts';

// Written for fitting alone; no evaluation set is looked at here.
const ON_TOPIC = 'tests/fixtures/fitting/answerability.jsonl';
const OFF_TOPIC = 'tests/fixtures/fitting/off-topic.jsonl';
const RANKING_WEIGHTS_FILE = 'lib/retrieval/ranking-weights.json';
const REFUSAL_WEIGHTS_FILE = 'lib/answer/refusal-weights.json';
const RANKING_PENALTY = 0.03;
const REFUSAL_PENALTY = 0.01;

const onTopicSchema = z.object({ question: z.string(), answerable: z.boolean(), nearest: z.string() });
const offTopicSchema = z.object({ question: z.string() });

await run(async () => {
  const settings = readSettings();
  const model = await BundledEmbeddings.load(settings.modelDirectory);
  const index = await openIndex(settings.dataDirectory, model);
  const retriever = new Retriever(index, model);
  const asked = async (question: string): Promise<SearchedForm> => {
    const [form] = (await retriever.retrieve({ question })).forms;
    if (!form) throw new Error(`Nothing was searched for “${question}”`);
    return form;
  };
  const read = async <T>(path: string, schema: z.ZodType<T>) =>
    parseJsonLines(await readFile(path), path, schema).map(({ value }) => value);

  const examples = [];
  for (const line of await read(ON_TOPIC, onTopicSchema))
    examples.push({ ...line, form: await asked(line.question) });
  const offTopic = [];
  for (const line of await read(OFF_TOPIC, offTopicSchema)) offTopic.push(await asked(line.question));

  const sentenceText = (passage: number, sentence: number) =>
    withoutWhitespace(index.passages[passage]?.sentences[sentence]?.text ?? '');
  const ranked = ({ form, nearest }: { form: SearchedForm; nearest: string }): RankedExample => ({
    candidates: rankingFeatures(form.evidence).flat(),
    right: form.evidence.passages
      .flatMap(({ passage, sentences }) => sentences.map(({ sentence }) => sentenceText(passage, sentence)))
      .flatMap((text, at) => (text.includes(nearest) ? [at] : [])),
  });
  const inLanguage = (form: SearchedForm, group: 'chinese' | 'foreign') =>
    (form.query.language === 'zh') === (group === 'chinese');

  const ranking: Record<string, Record<string, number>> = {};
  const refusal: Record<string, Record<string, unknown>> = {};
  for (const group of ['chinese', 'foreign'] as const) {
    const here = examples.filter(({ form }) => inLanguage(form, group));
    const answered = here.filter(({ answerable }) => answerable);
    const lists = answered.map(ranked).filter(({ right }) => right.length > 0);
    const used = RANKING_FEATURES.map((name) => group === 'foreign' || name !== 'translatedWords');
    ranking[group] = named(RANKING_FEATURES, fitListwise(lists, used, RANKING_PENALTY));

    const rows = (forms: readonly SearchedForm[]) => forms.map(refusalFeatures);
    const positive = rows(answered.map(({ form }) => form));
    const open = rows(here.filter(({ answerable }) => !answerable).map(({ form }) => form));
    const off = rows(offTopic.filter((form) => inLanguage(form, group)));
    refusal[group] = {
      onTopic: report(`${group}, on the topic`, [...positive, ...open], off),
      answered: report(`${group}, answered`, positive, open),
    };
  }
  await writeFile(RANKING_WEIGHTS_FILE, `${JSON.stringify(ranking, null, 2)}\n`);
  await writeFile(REFUSAL_WEIGHTS_FILE, `${JSON.stringify(refusal, null, 2)}\n`);
});

/** Fits, and says how well it separates questions that it has not seen (five folds). */
function report(name: string, positive: number[][], negative: number[][]) {
  const FOLDS = 5;
  const scores = { positive: [] as number[], negative: [] as number[] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (_: unknown, at: number) => at % FOLDS === fold;
    const outside = (_: unknown, at: number) => at % FOLDS !== fold;
    const model = fitLogistic(positive.filter(outside), negative.filter(outside), REFUSAL_PENALTY);
    scores.positive.push(...positive.filter(inFold).map((row) => linearScore(model, row)));
    scores.negative.push(...negative.filter(inFold).map((row) => linearScore(model, row)));
  }
  const area = areaUnderCurve(scores.positive, scores.negative);
  console.log(
    `${name}: ${positive.length} for, ${negative.length} against; area under the curve ${area.toFixed(3)}`,
  );
  const { bias, weights }: LinearModel = fitLogistic(positive, negative, REFUSAL_PENALTY);
  return { bias: rounded(bias), weights: named(REFUSAL_FEATURES, weights) };
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, rounded(values[at] ?? 0)]));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
