import { describe, expect, test } from 'vitest';
import { type Received, readFrameMessage, readPageMessage, sealed } from '../../lib/partners/messages.ts';

const HOST = 'https://host.cn';
const PAGE = 'https://www.example.cn';
const frameWindow = { name: 'frame' };
const pageWindow = { name: 'page' };
const fromFrame = (data: unknown, changes: Partial<Received> = {}): Received => ({
  data,
  origin: HOST,
  source: frameWindow,
  ...changes,
});
const fromPage = (data: unknown, changes: Partial<Received> = {}): Received => ({
  data,
  origin: PAGE,
  source: pageWindow,
  ...changes,
});
const READY = sealed({ type: 'ready' });
const ASK = sealed({ type: 'ask', question: '报告分几章？' });

const TO_PAGE: readonly [what: string, received: Received, read: unknown][] = [
  ['ready', fromFrame(READY), { type: 'ready' }],
  ['close', fromFrame(sealed({ type: 'close' })), { type: 'close' }],
  [
    'an answer',
    fromFrame(sealed({ type: 'answer', refused: false, citations: 2 })),
    { type: 'answer', refused: false, citations: 2 },
  ],
  [
    'a citation',
    fromFrame(sealed({ type: 'citation', url: '/read/report#c1' })),
    { type: 'citation', url: '/read/report#c1' },
  ],
  ['more fields than it should have', fromFrame({ ...READY, extra: 1 }), { type: 'ready' }],
  ['from another origin', fromFrame(READY, { origin: 'https://evil.cn' }), undefined],
  ['from the host’s name with a suffix', fromFrame(READY, { origin: 'https://host.cn.evil.cn' }), undefined],
  ['from the host over http', fromFrame(READY, { origin: 'http://host.cn' }), undefined],
  ['from a document without an origin', fromFrame(READY, { origin: 'null' }), undefined],
  ['from another window of the host’s', fromFrame(READY, { source: { name: 'other' } }), undefined],
  ['from no window', fromFrame(READY, { source: null }), undefined],
  ['a text', fromFrame('ready'), undefined],
  ['nothing', fromFrame(null), undefined],
  ['a list', fromFrame([READY]), undefined],
  ['unsealed', fromFrame({ type: 'ready' }), undefined],
  ['sealed with another version', fromFrame({ type: 'ready', zhangwen: 2 }), undefined],
  ['of no known type', fromFrame({ type: 'navigate', zhangwen: 1 }), undefined],
  ['a page’s message, sent back', fromFrame(ASK), undefined],
  [
    'an answer with a text for a number',
    fromFrame({ ...READY, type: 'answer', refused: false, citations: '2' }),
    undefined,
  ],
  ['a citation to another site', fromFrame(sealed({ type: 'citation', url: 'https://evil.cn/' })), undefined],
  [
    'a citation to another host without a scheme',
    fromFrame(sealed({ type: 'citation', url: '//evil.cn' })),
    undefined,
  ],
  ['a citation with a backslash', fromFrame(sealed({ type: 'citation', url: '/\\evil.cn' })), undefined],
  [
    'a citation that is a script',
    fromFrame(sealed({ type: 'citation', url: 'javascript:alert(1)' })),
    undefined,
  ],
  ['a citation without an address', fromFrame({ type: 'citation', zhangwen: 1 }), undefined],
];

const TO_FRAME: readonly [what: string, received: Received, read: unknown][] = [
  ['a question', fromPage(ASK), { type: 'ask', question: '报告分几章？' }],
  ['focus', fromPage(sealed({ type: 'focus' })), { type: 'focus' }],
  ['from another origin', fromPage(ASK, { origin: 'https://evil.cn' }), undefined],
  ['from another window', fromPage(ASK, { source: frameWindow }), undefined],
  ['from a sandbox', fromPage(ASK, { origin: 'null' }), undefined],
  ['an empty question', fromPage(sealed({ type: 'ask', question: '  ' })), undefined],
  [
    'a question of 2,001 characters',
    fromPage(sealed({ type: 'ask', question: '问'.repeat(2_001) })),
    undefined,
  ],
  ['a question that is an object', fromPage({ type: 'ask', question: {}, zhangwen: 1 }), undefined],
  ['a frame’s message, sent back', fromPage(READY), undefined],
  ['unsealed', fromPage({ type: 'ask', question: '报告分几章？' }), undefined],
];

describe('A page hears its frame', () => {
  test.each(TO_PAGE)('%s', (_what, received, read) => {
    expect(readFrameMessage(received, { origin: HOST, source: frameWindow })).toEqual(read);
  });
});

describe('A frame hears its page', () => {
  test.each(TO_FRAME)('%s', (_what, received, read) => {
    expect(readPageMessage(received, { origin: PAGE, source: pageWindow })).toEqual(read);
  });

  test('a page without an origin is never heard, not even by a frame that expects one', () => {
    const received = fromPage(ASK, { origin: 'null' });
    expect(readPageMessage(received, { origin: 'null', source: pageWindow })).toBeUndefined();
  });
});
