import type { ErrorCode } from '../../../lib/wording/wording.ts';

type BadRequest = readonly [what: string, body: unknown, status: number, code: ErrorCode];

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies that neither /api/ask nor /api/chat can read. */
export const UNREADABLE: readonly BadRequest[] = [
  ['nothing', '', 400, 'invalid-json'],
  ['broken JSON', '{"question": "贸易', 400, 'invalid-json'],
  ['a form', 'question=%E8%B4%B8', 400, 'invalid-json'],
  ['nesting 17 deep', `{"question": ${nested(16)}}`, 400, 'invalid-json'],
  ['nesting 30,000 deep', nested(30_000), 400, 'invalid-json'],
  ['a quotation mark that never closes', `"${'\\"'.repeat(30_000)}`, 400, 'invalid-json'],
  ['null', 'null', 400, 'invalid-request'],
  ['a number', '42', 400, 'invalid-request'],
  ['a list', '[]', 400, 'invalid-request'],
  ['an empty object', '{}', 400, 'invalid-request'],
  [
    'more than 64 KB',
    JSON.stringify({ question: '贸易', more: 'x'.repeat(64 * 1024) }),
    413,
    'body-too-large',
  ],
];
