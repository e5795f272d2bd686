import { z } from 'zod';
import { parseJsonLines } from '../report/json-lines.ts';

export const QUESTION_TYPES = [
  'fact',
  'list',
  'explain',
  'compare',
  'paraphrase',
  'multi',
  'followup',
  'unanswerable',
  'offtopic',
] as const;

const goldPlaceSchema = z.object({ chapter: z.string(), section: z.string(), quote: z.string().min(1) });

const evaluationQuestionSchema = z.object({
  id: z.string(),
  question: z.string().min(1),
  type: z.enum(QUESTION_TYPES),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
  gold: z.array(goldPlaceSchema),
  /** What a right answer contains; an inner list holds equivalent wordings. */
  answers: z.array(z.union([z.string(), z.array(z.string()).min(1)])),
});

export type QuestionType = (typeof QUESTION_TYPES)[number];
export type GoldPlace = z.infer<typeof goldPlaceSchema>;
export type EvaluationQuestion = z.infer<typeof evaluationQuestionSchema>;

/** @throws ReportError naming the line of a JSON Lines file that is no question. */
export function parseQuestionFile(bytes: Uint8Array, file: string): EvaluationQuestion[] {
  return parseJsonLines(bytes, file, evaluationQuestionSchema).map(({ value }) => value);
}

/** Whether the right answer is a refusal. */
export function wantsRefusal(type: QuestionType): boolean {
  return type === 'unanswerable' || type === 'offtopic';
}
