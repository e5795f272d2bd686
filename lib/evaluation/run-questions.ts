import type { Citation, Refusal } from '../answer/answer.ts';
import type { Report } from '../report/report.ts';
import type { EvaluationQuestion } from './question-file.ts';
import { type QuestionScore, type ReportText, scoreQuestion } from './score.ts';

type Asked = Pick<EvaluationQuestion, 'question' | 'history'>;

/** What is evaluated: the assistant, as /api/ask and /api/search use it. */
export interface Evaluated {
  readonly reports: readonly Report[];
  answer(question: Asked): Promise<{ text: string; refusal: Refusal | null; citations: readonly Citation[] }>;
  search(
    question: Asked,
    limit: number,
  ): Promise<{ passages: readonly { passage: { chapter: string; section: string; text: string } }[] }>;
}

/** Passages that are looked at for the rank: what lies further down nobody reads. */
const PASSAGES_RANKED = 20;

/** Asks the questions one after another and scores each answer. */
export async function runQuestions(
  evaluated: Evaluated,
  questions: readonly EvaluationQuestion[],
): Promise<QuestionScore[]> {
  const report = evaluated.reports.flatMap(textBySection);
  const scores: QuestionScore[] = [];
  for (const question of questions) {
    const asked = { question: question.question, ...(question.history && { history: question.history }) };
    // The answer first: what it costs includes its retrieval.
    const started = performance.now();
    const { text, refusal, citations } = await evaluated.answer(asked);
    const milliseconds = performance.now() - started;
    const { passages } = await evaluated.search(asked, PASSAGES_RANKED);
    const response = {
      passages: passages.map(({ passage }) => passage),
      answer: text,
      refused: refusal !== null,
      citations,
      milliseconds,
    };
    scores.push(scoreQuestion(question, response, report));
  }
  return scores;
}

function textBySection(report: Report): ReportText {
  return report.chapters.flatMap((chapter) =>
    chapter.sections.map((section) => ({
      chapter: chapter.label,
      section: section.title,
      text: section.paragraphs.map((paragraph) => paragraph.text).join('\n'),
    })),
  );
}
