import type { Figures, QuestionScore } from '../../lib/evaluation/score.ts';

const COLUMNS: readonly [string, keyof Figures][] = [
  ['n', 'questions'],
  ['r@1', 'recallAt1'],
  ['r@5', 'recallAt5'],
  ['MRR', 'meanReciprocalRank'],
  ['answer', 'answer'],
  ['citation', 'citation'],
  ['refusal', 'refusal'],
  ['verbatim', 'verbatim'],
];

/** Figures as a Markdown table, and how long answers took. */
export function evaluationTable(
  rows: ReadonlyMap<string, Figures>,
  scores: readonly QuestionScore[],
): string {
  const header = ['type', ...COLUMNS.map(([title]) => title)];
  const body = [...rows].map(([type, figures]) => [type, ...COLUMNS.map(([, key]) => cell(figures[key]))]);
  const times = scores.map((score) => score.response.milliseconds).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const answerable = scores.filter((score) => score.question.gold.length > 0);
  const refusedWrongly = answerable.filter((score) => score.response.refused).length;
  return [
    ...[header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Answerable but refused: ${refusedWrongly} of ${answerable.length}. An answer takes ${median.toFixed(1)} ms (p50).`,
  ].join('\n');
}

function cell(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}
