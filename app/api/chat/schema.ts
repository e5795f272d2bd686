import { z } from 'zod';
import { RequestError } from '../error-response.ts';
import { askSchema, localeSchema, parseRequest, reportSchema } from '../question-schema.ts';

const messageSchema = z.object({
  role: z.enum(['user', 'assistant']),
  parts: z.array(z.object({ type: z.string(), text: z.string().optional() })).max(500),
});

/** What `useChat` sends; what it adds besides is passed over. */
const chatSchema = z.object({
  messages: z.array(messageSchema).min(1),
  report: reportSchema.optional(),
  locale: localeSchema.optional(),
});

/**
 * A chat request as a question with its history: the last message asks, the others went before.
 * @throws RequestError when the last message isn't the reader's, or breaks a rule of /api/ask
 */
export function parseChat(body: unknown): z.infer<typeof askSchema> {
  const { messages, report, locale } = parseRequest(chatSchema, body);
  const turns = messages.map(({ role, parts }) => ({ role, content: textOf(parts) }));
  const question = turns.pop();
  if (question?.role !== 'user')
    throw new RequestError('invalid-request', 'messages: the last must be the user’s');
  return parseRequest(askSchema, { question: question.content, history: turns, report, locale });
}

function textOf(parts: readonly { type: string; text?: string | undefined }[]): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text ?? ''] : [])).join('');
}
