import { readFile, writeFile } from 'node:fs/promises';
import { Assistant } from '../lib/assistant.ts';
import { parseQuestionFile } from '../lib/evaluation/question-file.ts';
import { runQuestions } from '../lib/evaluation/run-questions.ts';
import { figuresByType, type QuestionScore } from '../lib/evaluation/score.ts';
import { readSettings } from '../lib/settings.ts';
import { languageOf } from '../lib/text/language.ts';
import { readArguments, run } from './command.ts';
import { evaluationPage } from './evaluate/page.ts';
import { evaluationTable } from './evaluate/table.ts';

const USAGE = 'Usage: npm run evaluate -- [--questions FILE] [--json FILE] [--html FILE] [--misses]';
const DEVELOPMENT_QUESTIONS = 'tests/fixtures/development-questions.jsonl';

await run(async () => {
  const { values } = readArguments(USAGE, {
    questions: { type: 'string', default: DEVELOPMENT_QUESTIONS },
    json: { type: 'string' },
    html: { type: 'string' },
    misses: { type: 'boolean' },
  });
  const questions = parseQuestionFile(await readFile(values.questions), values.questions);
  const assistant = await Assistant.open(readSettings());
  const scores = await runQuestions(assistant, questions);
  const rows = new Map([...figuresByType(scores), ['not Chinese', figuresOfForeign(scores)]]);
  console.log(evaluationTable(rows, scores));
  if (values.misses) for (const line of misses(scores)) console.log(line);
  if (values.json) await writeFile(values.json, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
  if (values.html) await writeFile(values.html, evaluationPage(values.questions, rows, scores));
});

function figuresOfForeign(scores: readonly QuestionScore[]) {
  const foreign = scores.filter((score) => languageOf(score.question.question) !== 'zh');
  return figuresByType(foreign).get('all') ?? { questions: 0, refusal: 0, verbatim: 0 };
}

function misses(scores: readonly QuestionScore[]): string[] {
  return scores.flatMap(({ question, rank, answered, cited, refusedRightly }) => {
    const wrong = [
      rank !== undefined && rank > 1 && `rank ${rank}`,
      answered === false && 'answer',
      cited === false && 'citation',
      !refusedRightly && 'refusal',
    ].filter(Boolean);
    return wrong.length === 0
      ? []
      : [`${question.id} ${question.type} [${wrong.join(', ')}] ${question.question}`];
  });
}
