import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../app/chat-message.ts';
import { chatRequest } from '../../../app/ui/conversation/chat-request.ts';

const message = (role: 'user' | 'assistant', text: string): ChatMessage => ({
  id: text.slice(0, 8),
  role,
  parts: [
    { type: 'text', text },
    { type: 'data-citations', data: [] },
  ],
});

test('a request carries only roles and texts, the language and the report', () => {
  expect(chatRequest([message('user', '问')], 'zh', 'report')).toEqual({
    messages: [{ role: 'user', parts: [{ type: 'text', text: '问' }] }],
    locale: 'zh',
    report: 'report',
  });
});

test('of a long conversation the last twenty messages are sent', () => {
  const messages = Array.from({ length: 31 }, (_, index) => message('user', `第${index}问`));
  const sent = chatRequest(messages, 'zh', undefined).messages;
  expect(sent).toHaveLength(20);
  expect(sent.at(-1)?.parts[0].text).toBe('第30问');
});

test('long answers are left out, oldest first, until the request is under 64 KB', () => {
  const long = '经贸合作'.repeat(2_000);
  const messages = Array.from({ length: 19 }, (_, index) =>
    message(index % 2 ? 'assistant' : 'user', `${index}${long}`),
  );
  const request = chatRequest(messages, 'zh', undefined);
  expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(64 * 1024);
  expect(request.messages.at(-1)?.parts[0].text).toMatch(/^18经贸/);
});
