import { readFile } from 'node:fs/promises';
import { Lexicon } from '../lib/answer/guard/lexicon.ts';
import type { FaithfulAnswer } from '../lib/evaluation/faithful-answers.ts';
import {
  damagedAnswers,
  faithfulAnswers,
  handWrittenAnswers,
  shownPassages,
  type Trial,
  type TrialTable,
  tally,
  tryDamaged,
  tryFaithful,
} from '../lib/evaluation/guard-trial.ts';
import { BundledEmbeddings } from '../lib/models/bundled-embeddings.ts';
import { openIndex } from '../lib/passage-index/open.ts';
import { readSettings } from '../lib/settings.ts';
import { readArguments, run } from './command.ts';

const USAGE = 'Usage: npm run evaluate:guard -- [--seed NUMBER] [--count NUMBER] [--failures]';
const HAND_WRITTEN = 'tests/fixtures/honest-paraphrases.jsonl';

await run(async () => {
  const { values } = readArguments(USAGE, {
    seed: { type: 'string', default: '2026' },
    count: { type: 'string', default: '200' },
    failures: { type: 'boolean' },
  });
  const { dataDirectory, modelDirectory } = readSettings();
  const index = await openIndex(dataDirectory, await BundledEmbeddings.load(modelDirectory));
  const lexicon = new Lexicon(index);
  const passages = shownPassages(index);
  const [seed, count] = [Number(values.seed), Number(values.count)];
  const byHand = handWrittenAnswers(passages, await readFile(HAND_WRITTEN, 'utf8'));
  const faithful = [...byHand, ...faithfulAnswers(passages, count - byHand.length, seed)].map((answer) =>
    tryFaithful(answer, lexicon),
  );
  const damaged = damagedAnswers(passages, count, seed).map((answer) => tryDamaged(answer, lexicon));
  console.log(
    describe(
      'Stopped, of answers with one thing changed',
      tally(damaged, ({ damage }) => damage),
    ),
  );
  console.log(
    describe(
      'Let through whole, of faithful answers',
      tally(faithful, ({ kind }) => kind),
    ),
  );
  console.log(speed([...faithful, ...damaged]));
  if (values.failures) for (const trial of [...faithful, ...damaged]) if (!trial.right) printFailure(trial);
});

function describe(title: string, table: TrialTable): string {
  const rows = [...table].map(([row, { right, all }]) => `| ${row} | ${right} of ${all} |`);
  const right = [...table.values()].reduce((sum, row) => sum + row.right, 0);
  const all = [...table.values()].reduce((sum, row) => sum + row.all, 0);
  const share = ((100 * right) / all).toFixed(1);
  return [
    `| ${title} | |`,
    '|---|---|',
    ...rows,
    `| **all** | **${right} of ${all} (${share} %)** |`,
    '',
  ].join('\n');
}

function speed(trials: readonly Trial<FaithfulAnswer>[]): string {
  const took = trials.map((trial) => trial.took).sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(2);
  return `Milliseconds a sentence: ${at(0.5)} (median), ${at(0.95)} (95 %), ${at(1)} (slowest)`;
}

function printFailure({ answer, verdict }: Trial<FaithfulAnswer>): void {
  const damage = 'damage' in answer ? answer.damage : '';
  const why =
    verdict.kind === 'dropped'
      ? verdict.objection
      : verdict.kind === 'shown' && verdict.repaired
        ? 'repaired'
        : verdict.kind;
  console.log(`${answer.kind} ${damage} → ${why}: ${answer.text}`);
}
