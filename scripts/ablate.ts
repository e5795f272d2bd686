import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Assistant } from '../lib/assistant.ts';
import { parseQuestionFile } from '../lib/evaluation/question-file.ts';
import { runQuestions } from '../lib/evaluation/run-questions.ts';
import { figures } from '../lib/evaluation/score.ts';
import { BundledEmbeddings } from '../lib/models/bundled-embeddings.ts';
import { ingest } from '../lib/passage-index/ingest.ts';
import { QUESTIONS_SUFFIX, UNANSWERED_SUFFIX } from '../lib/report/anticipated-questions.ts';
import { NAMES_SUFFIX, TERMS_SUFFIX } from '../lib/report/glossary.ts';
import { readSettings, type Settings } from '../lib/settings.ts';
import { languageOf } from '../lib/text/language.ts';
import { rankingAblation } from './ablate/ranking.ts';
import { readArguments, run, UsageError } from './command.ts';

const USAGE = 'Usage: npm run ablate -- QUESTION-FILE …';

/** What is taken away from beside the report. */
const VARIANTS: readonly {
  readonly name: string;
  readonly without: readonly string[];
  readonly background: boolean;
}[] = [
  { name: 'everything', without: [], background: true },
  { name: 'no background questions', without: [], background: false },
  { name: 'no unanswered questions', without: [UNANSWERED_SUFFIX], background: true },
  { name: 'no names', without: [NAMES_SUFFIX], background: true },
  { name: 'no terms', without: [TERMS_SUFFIX], background: true },
  { name: 'no anticipated questions', without: [QUESTIONS_SUFFIX, UNANSWERED_SUFFIX], background: false },
  {
    name: 'the report alone',
    without: [QUESTIONS_SUFFIX, UNANSWERED_SUFFIX, TERMS_SUFFIX, NAMES_SUFFIX],
    background: false,
  },
];

/** Indexes the corpus with parts left out and prints what each of them brings to the given questions. */
await run(async () => {
  const { positionals } = readArguments(USAGE, {});
  if (positionals.length === 0) throw new UsageError(USAGE);
  const settings = readSettings();
  const directory = await mkdtemp(join(tmpdir(), 'zhangwen-ablation-'));
  try {
    console.log(
      '| questions | index | r@1 | r@5 | MRR | not Chinese r@5 | answer | citation | refused rightly | wrongly |',
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
    for (const variant of VARIANTS) {
      const dataDirectory = await indexVariant(settings, directory, variant);
      for (const file of positionals)
        console.log(await row(file, variant.name, { ...settings, dataDirectory }));
    }
    console.log('\n| questions | ranking | r@1 | r@5 | MRR |\n| --- | --- | --- | --- | --- |');
    for await (const line of rankingAblation(settings, positionals)) console.log(line);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

async function indexVariant(
  settings: Settings,
  directory: string,
  variant: (typeof VARIANTS)[number],
): Promise<string> {
  const corpus = join(directory, 'corpus');
  await rm(corpus, { recursive: true, force: true });
  for (const name of await readdir(settings.corpus)) {
    if (!variant.without.some((suffix) => name.endsWith(suffix)))
      await cp(join(settings.corpus, name), join(corpus, name));
  }
  const dataDirectory = join(directory, 'data');
  const { modelDirectory, backgroundQuestions } = settings;
  await ingest({
    roots: [corpus],
    ...(variant.background && { backgroundQuestions }),
    dataDirectory,
    modelId: await BundledEmbeddings.idOf(modelDirectory),
    loadModel: () => BundledEmbeddings.load(modelDirectory),
    onProgress: () => {},
  });
  return dataDirectory;
}

async function row(file: string, name: string, settings: Settings): Promise<string> {
  const assistant = await Assistant.open(settings);
  const scores = await runQuestions(assistant, parseQuestionFile(await readFile(file), file));
  assistant.close();
  const all = figures(scores);
  const foreign = figures(scores.filter(({ question }) => languageOf(question.question) !== 'zh'));
  const wanted = scores.filter(({ question }) => question.gold.length === 0);
  const refused = wanted.filter(({ response }) => response.refused).length;
  const wrongly = scores.filter(
    ({ question, response }) => question.gold.length > 0 && response.refused,
  ).length;
  const shares = [
    all.recallAt1,
    all.recallAt5,
    all.meanReciprocalRank,
    foreign.recallAt5,
    all.answer,
    all.citation,
  ];
  const cells = [
    ...shares.map((share) => share?.toFixed(3) ?? ''),
    `${refused} of ${wanted.length}`,
    String(wrongly),
  ];
  return `| ${[file.replace(/^.*\//, ''), name, ...cells].join(' | ')} |`;
}
