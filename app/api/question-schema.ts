import { z } from 'zod';
import type { Assistant, Question } from '../../lib/assistant.ts';
import { LANGUAGES } from '../../lib/text/language.ts';
import { printable } from '../../lib/text/normalise.ts';
import type { ErrorCode } from '../../lib/wording/wording.ts';
import { getAssistant } from '../assistant.ts';
import { RequestError } from './error-response.ts';

const MAX_QUESTION_CHARACTERS = 2_000;
const MAX_HISTORY_TURNS = 20;
/** An earlier answer may quote whole sections; the body's limit is what bounds them all. */
const MAX_TURN_CHARACTERS = 20_000;

/** A rule's message is the code that a request breaking it is answered with. */
const code = (value: ErrorCode) => value;

export const questionTextSchema = z
  .string()
  .max(MAX_QUESTION_CHARACTERS, code('question-too-long'))
  .refine((text) => printable(text) !== '', code('question-empty'));

export const localeSchema = z.enum(LANGUAGES, code('unknown-locale'));
export const reportSchema = z.string().max(200, code('unknown-report'));

export const turnSchema = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.string().max(MAX_TURN_CHARACTERS),
});

export const historySchema = z.array(turnSchema).max(MAX_HISTORY_TURNS, code('history-too-long'));

export const askSchema = z.object({
  question: questionTextSchema,
  history: historySchema.optional(),
  report: reportSchema.optional(),
  locale: localeSchema.optional(),
});

/** @throws RequestError with the code of the first rule that is broken */
export function parseRequest<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const known = CODES.find((candidate) => candidate === issue?.message);
  if (known) throw new RequestError(known);
  throw new RequestError('invalid-request', `${issue?.path.join('.') || 'body'}: ${issue?.message}`);
}

const CODES: readonly ErrorCode[] = [
  'question-empty',
  'question-too-long',
  'history-too-long',
  'unknown-locale',
  'unknown-report',
];

/** @throws RequestError when the assistant is not ready or has no such report */
export function assistantFor(question: Pick<Question, 'reportId'>): Assistant {
  const assistant = getAssistant();
  if (!assistant) throw new RequestError('not-ready');
  const { reportId } = question;
  if (reportId !== undefined && !assistant.reports.some((report) => report.id === reportId)) {
    throw new RequestError('unknown-report');
  }
  return assistant;
}

export function questionOf({ question, history, report, locale }: z.infer<typeof askSchema>): Question {
  return {
    question,
    ...(history && { history }),
    ...(report !== undefined && { reportId: report }),
    ...(locale && { locale }),
  };
}
