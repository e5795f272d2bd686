import type { Figures, QuestionScore } from '../../lib/evaluation/score.ts';

const PLOTS: readonly [string, keyof Figures][] = [
  ['Recall at 1', 'recallAt1'],
  ['Recall at 5', 'recallAt5'],
  ['Mean reciprocal rank', 'meanReciprocalRank'],
  ['Answer', 'answer'],
  ['Citation', 'citation'],
  ['Refusal', 'refusal'],
];

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color: #222; }
  .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 2rem; }
  .row { display: grid; grid-template-columns: 7rem 1fr 3.5rem; gap: .5rem; align-items: center; font-size: 13px; }
  .bar { background: #eceff3; height: .8rem; } .bar i { display: block; height: 100%; background: #2f6f9f; }
  td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #ddd; }
  .miss { color: #a3281c; }`;

/** The figures drawn by type, and every question with how it came out, as one page without outside parts. */
export function evaluationPage(
  file: string,
  rows: ReadonlyMap<string, Figures>,
  scores: readonly QuestionScore[],
): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Evaluation of ${escapeHtml(file)}</title>
<style>${STYLE}</style><h1>Evaluation</h1><p>${escapeHtml(file)}, ${scores.length} questions</p>
<div class="plots">${PLOTS.map(([title, key]) => plot(title, key, rows)).join('')}</div>
<h2>Questions</h2><table><tr><th>id<th>type<th>question<th>rank<th>answer<th>citation<th>refusal</tr>
${scores.map(questionRow).join('\n')}</table></html>`;
}

function plot(title: string, key: keyof Figures, rows: ReadonlyMap<string, Figures>): string {
  const bars = [...rows].flatMap(([type, figures]) => {
    const value = figures[key];
    if (value === undefined) return [];
    const share = (100 * value).toFixed(1);
    return [
      `<div class="row"><span>${escapeHtml(type)}</span><span class="bar"><i style="width:${share}%"></i></span><span>${share}</span></div>`,
    ];
  });
  return `<section><h2>${title}</h2>${bars.join('')}</section>`;
}

function questionRow({ question, rank, answered, cited, refusedRightly }: QuestionScore): string {
  const cells = [
    question.id,
    question.type,
    question.question,
    rank === undefined ? '' : rank === Number.POSITIVE_INFINITY ? 'none' : String(rank),
    verdict(answered),
    verdict(cited),
    verdict(refusedRightly),
  ];
  const missed = answered === false || cited === false || !refusedRightly;
  return `<tr${missed ? ' class="miss"' : ''}>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
}

function verdict(value: boolean | undefined): string {
  if (value === undefined) return '';
  return value ? 'right' : 'wrong';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
