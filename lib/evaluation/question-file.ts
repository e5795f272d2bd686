import { z } from 'zod';

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

/** @throws naming the line of a JSON Lines file that is no question. */
export function parseQuestionFile(text: string, file: string): EvaluationQuestion[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [evaluationQuestionSchema.parse(JSON.parse(line))];
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      throw new Error(`${file}:${index + 1}: not an evaluation question: ${reason}`);
    }
  });
}

/** Whether the right answer is a refusal. */
export function wantsRefusal(type: QuestionType): boolean {
  return type === 'unanswerable' || type === 'offtopic';
}
