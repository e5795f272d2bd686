import type { Report } from '../report/report.ts';
import type { RankedPassage } from '../retrieval/retriever.ts';
import { wordingIn } from '../wording/wording.ts';
import type { AnswerRequest } from './answer.ts';
import { answerFromOutline } from './outline.ts';
import { type OutlineQuestion, outlineQuestion } from './outline-question.ts';

/** A question about a chapter, and what the parsed tree says to it. */
export interface PromptOutline {
  readonly text: string;
  readonly reportId: string;
  /** The label of the chapter that is asked about. */
  readonly chapter: string;
}

/** Whether the table of contents is asked for: the parsed tree is the whole answer, a model could only spoil it. */
export function asksForContents(request: AnswerRequest, reports: readonly Report[]): boolean {
  return asked(request, reports)?.question.about === 'contents';
}

/** What a model is told about a report's structure; undefined unless the question is about it. */
export function outlineFor(request: AnswerRequest, reports: readonly Report[]): PromptOutline | undefined {
  const found = asked(request, reports);
  if (!found || found.question.about === 'contents') return undefined;
  const answer = answerFromOutline(request, reports, wordingIn('zh'));
  return (
    answer && { text: answer.text.join(''), reportId: found.report.id, chapter: found.question.chapter.label }
  );
}

/** The chapter's passages first, one of each section before the second of any. */
export function chapterFirst(
  passages: readonly RankedPassage[],
  outline: PromptOutline | undefined,
): readonly RankedPassage[] {
  if (!outline) return passages;
  const inChapter = ({ passage }: RankedPassage) =>
    passage.reportId === outline.reportId && passage.chapter === outline.chapter;
  const own = passages.filter(inChapter);
  const sections = [...Map.groupBy(own, ({ passage }) => passage.section).values()];
  const longest = Math.max(0, ...sections.map((section) => section.length));
  const inTurn = Array.from({ length: longest }, (_, at) => sections.flatMap((section) => section[at] ?? []));
  return [...inTurn.flat(), ...passages.filter((ranked) => !inChapter(ranked))];
}

function asked(
  { question, reportId }: AnswerRequest,
  reports: readonly Report[],
): { report: Report; question: OutlineQuestion } | undefined {
  for (const report of reports) {
    if (reportId !== undefined && report.id !== reportId) continue;
    const found = outlineQuestion(question, report);
    if (found) return { report, question: found };
  }
  return undefined;
}
