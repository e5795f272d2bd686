import { z } from 'zod';
import { questionTextSchema, reportSchema } from '../question-schema.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 50;

export const searchSchema = z.object({
  q: questionTextSchema,
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  report: reportSchema.optional(),
});
