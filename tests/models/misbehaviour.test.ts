import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordingIn } from '../../lib/wording/wording.ts';
import { LIMITS, openWritingDesk, type Written } from '../answer/writing-desk.ts';
import {
  type Script,
  type ScriptedService,
  type Step,
  saying,
  startScriptedService,
} from './scripted-service.ts';

const QUESTION = '2024年中国同中亚国家贸易总额是多少？';
const ZH = wordingIn('zh').answer;
/** For a machine that does other things too; the limits themselves are what is tested. */
const SLACK = 600;

let desk: Awaited<ReturnType<typeof openWritingDesk>>;
let service: ScriptedService;
let extractive: Written;
/** The id under which the model is shown the passage that answers. */
let right: number;

beforeAll(async () => {
  [desk, service] = await Promise.all([openWritingDesk(), startScriptedService()]);
  extractive = await desk.write(undefined, { question: QUESTION });
  right = await desk.idOf('948亿美元', QUESTION);
});
afterAll(() => service.close());

async function play(...scripts: Script[]): Promise<Written> {
  service.play(...scripts);
  return desk.write(desk.modelAt(service.baseUrl), { question: QUESTION });
}

const SENTENCE = '2024年，中国同中亚国家贸易总额达948亿美元';
const event = (value: unknown): Step => ({ raw: `data: ${JSON.stringify(value)}\n\n` });
const delta = (content: string) => ({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const many = (count: number, text: string): Step[] => Array.from({ length: count }, () => ({ say: text }));

/** What the service does, and the kind of failure that the log names. */
const FAILURES: readonly [name: string, kind: string, ...script: Script][] = [
  ['says 400', 'bad-request', { status: 400 }],
  ['says 401', 'unauthorised', { status: 401 }],
  ['says 402', 'out-of-credit', { status: 402 }],
  ['says 403', 'unauthorised', { status: 403 }],
  ['says 404', 'unknown-model', { status: 404 }],
  ['says 405', 'bad-request', { status: 405 }],
  ['says 408', 'too-slow', { status: 408 }],
  ['says 413', 'bad-request', { status: 413 }],
  ['says 422', 'bad-request', { status: 422 }],
  ['says 429', 'rate-limited', { status: 429 }],
  ['says 500', 'service-error', { status: 500 }],
  ['says 502 with a page of HTML', 'service-error', { status: 502, body: '<html>Bad gateway</html>' }],
  ['says 503', 'service-error', { status: 503 }],
  ['says 504', 'service-error', { status: 504 }],
  ['says 529', 'service-error', { status: 529 }],
  ['says 500 and nothing', 'service-error', { status: 500, body: '' }],
  ['never answers', 'too-slow', { hang: true }],
  ['answers its headers and no more', 'too-slow', { raw: '' }, { hang: true }],
  ['sends only signs of life', 'too-slow', { raw: ': keep-alive\n\n' }, { hang: true }],
  ['begins too late', 'too-slow', { wait: LIMITS.first + 200 }, { say: SENTENCE }],
  ['thinks and never speaks', 'too-slow', { think: '嗯' }, { hang: true }],
  [
    'thinks for ever',
    'too-slow',
    ...Array.from({ length: 60 }, () => [{ think: '嗯' }, { wait: 50 }]).flat(),
  ],
  ['falls silent in a sentence', 'too-slow', { say: SENTENCE }, { hang: true }],
  [
    'dribbles for longer than an answer may take',
    'too-slow',
    ...Array.from({ length: 60 }, () => [{ say: '中' }, { wait: 50 }]).flat(),
  ],
  ['closes the connection at once', 'broken-off', { reset: true }],
  ['closes the connection after a few words', 'broken-off', { say: SENTENCE }, { reset: true }],
  ['stops without its last event', 'broken-off', { say: SENTENCE }, { stop: true }],
  ['sends half an event', 'broken-off', { raw: 'data: {"choices":[{"delta":{"cont' }, { stop: true }],
  ['sends an event that is no JSON', 'malformed', { raw: 'data: {oops}\n\n' }, { finish: 'stop' }],
  ['sends JSON of another shape', 'malformed', event({ answer: SENTENCE }), { stop: true }],
  ['sends a number for an event', 'malformed', { raw: 'data: 42\n\n' }, { stop: true }],
  [
    'sends content that is no text',
    'malformed',
    event({ choices: [{ index: 0, delta: { content: 7 } }] }),
    { stop: true },
  ],
  [
    'sends an error as an event',
    'service-error',
    event({ error: { message: 'overloaded', type: 'server_error' } }),
  ],
  [
    'sends an error after a few words',
    'service-error',
    { say: SENTENCE },
    event({ error: { message: 'x', type: 'y' } }),
  ],
  [
    'sends a page of HTML with status 200',
    'broken-off',
    { raw: '<html><body>Sign in</body></html>' },
    { stop: true },
  ],
  ['says nothing', 'empty', { finish: 'stop' }],
  ['says nothing and ends', 'broken-off'],
  ['says nothing but white space', 'nothing stood', { say: '  \n\n ' }, { finish: 'stop' }],
  ['is stopped by a filter', 'filtered', { finish: 'content_filter' }],
  ['is stopped by a filter in a sentence', 'filtered', { say: SENTENCE }, { finish: 'content_filter' }],
  ['only thinks', 'nothing stood', { say: '<think>948亿美元[1]。</think>' }, { finish: 'stop' }],
  ['says one word for ever', 'too-long', ...many(5_000, '贸易')],
  ['says one sentence for ever, uncited', 'sentences in a row', ...many(500, `${SENTENCE}。`)],
  ['writes 100,000 tokens without a full stop', 'too-long', ...many(10_000, '中国同中亚国家的贸易额增长')],
  [
    'writes 100,000 tokens of invented sentences',
    'repetition',
    ...many(5_000, '两国贸易额达到9999亿欧元[1]。'),
  ],
  ['declines', 'nothing stood', { say: 'NO_ANSWER' }, { finish: 'stop' }],
  ['answers in English', 'nothing stood', ...saying('Trade reached 94.8 billion US dollars in 2024 [1].')],
  ['answers in Russian', 'nothing stood', ...saying('Объём торговли достиг 94,8 млрд долларов [1].')],
  ['cites nothing', 'nothing stood', ...saying(`${SENTENCE}。这比上年有所增加。`)],
  ['cites what it was not given', 'nothing stood', ...saying('两国于2024年建立了货币联盟[99]。')],
];

describe('When the service fails before anything can be shown, the report answers: the service', () => {
  test.each(FAILURES)('%s', async (_, kind, ...script) => {
    const written = await play(script);
    expect(written.text).toBe(extractive.text);
    expect(written.citations).toEqual(extractive.citations);
    expect(written.mode).toBe('extractive');
    expect([ZH.modelFailed, ZH.modelUnfounded].map((reason) => reason + ZH.extractiveNotice)).toContain(
      written.notice,
    );
    expect(written.log).toHaveLength(1);
    expect(written.log[0]).toContain(kind);
    expect(written.log[0]).not.toMatch(/\n|sk-secret/);
    expect(written.took).toBeLessThan(LIMITS.whole + SLACK);
  });

  test('cannot be reached', async () => {
    const closed = await startScriptedService();
    await closed.close();
    const written = await desk.write(desk.modelAt(closed.baseUrl), { question: QUESTION });
    expect(written.text).toBe(extractive.text);
    expect(written.log[0]).toContain('unreachable');
  });
});

/** Ways to put an event stream that are unusual and right. */
const UNUSUAL: readonly [name: string, script: (text: string) => Script][] = [
  ['in pieces of one character', (text) => saying(text, 1)],
  ['in one piece', (text) => saying(text, 1_000)],
  [
    'with carriage returns',
    (text) => [{ raw: `data: ${JSON.stringify(delta(text))}\r\n\r\n` }, { finish: 'stop' }],
  ],
  [
    'with comments between',
    (text) => [{ raw: ': ping\n\n' }, { say: text }, { raw: ': ping\n\n' }, { finish: 'stop' }],
  ],
  ['with an event in two halves', (text) => halves(text)],
  ['after a failure that passes', (text) => saying(text)],
  ['with usage figures', (text) => [{ say: text }, { finish: 'stop' }, { usage: { input: 10, output: 5 } }]],
  ['after thinking', (text) => [{ think: '让我想想' }, { say: text }, { finish: 'stop' }]],
  [
    'after thinking aloud',
    (text) => [{ say: '<think>它是1000亿' }, { say: '？</think>' }, { say: text }, { finish: 'stop' }],
  ],
  ['cut at the token limit', (text) => [{ say: `${text}此外，两国还` }, { finish: 'length' }]],
  [
    'with fields nobody asked for',
    (text) => [event({ ...delta(text), x_groq: {}, service_tier: 'a' }), { finish: 'stop' }],
  ],
];

function halves(text: string): Script {
  const whole = `data: ${JSON.stringify(delta(text))}\n\n`;
  return [{ raw: whole.slice(0, 30) }, { wait: 20 }, { raw: whole.slice(30) }, { finish: 'stop' }];
}

describe('An answer comes through', () => {
  test.each(UNUSUAL)('%s', async (name, script) => {
    const scripts = [script(`${SENTENCE}[${right}]。`)];
    const written = await play(
      ...(name.includes('failure') ? [[{ status: 500 } as const], ...scripts] : scripts),
    );
    expect(written.text).toBe(`${SENTENCE}。[1]`);
    expect(written.mode).toBe('model');
    expect(written.log).toEqual([]);
    expect(written.citations).toHaveLength(1);
  });
});

describe('What goes wrong in the middle of an answer leaves what was checked, and the report goes on:', () => {
  const begun = () => ({ say: `${SENTENCE}[${right}]。接着` });
  test.each<[string, () => Script]>([
    ['a hang', () => [begun(), { hang: true }]],
    ['a reset', () => [begun(), { wait: 50 }, { reset: true }]],
    ['a broken event', () => [begun(), { raw: 'data: {oops}\n\n' }]],
    ['an end without its event', () => [begun(), { stop: true }]],
    ['one sentence again and again', () => [begun(), ...many(500, `${SENTENCE}[${right}]。`)]],
    ['words without end', () => [begun(), ...many(20_000, '贸易')]],
  ])('%s', async (_, script) => {
    const written = await play(script());
    expect(written.text).toContain(`${SENTENCE}。[1]`);
    expect(written.text).toContain(ZH.modelBrokeOff);
    expect(written.text.split(ZH.modelBrokeOff)[1]).toContain(extractive.citations[0]?.quote);
    expect(written.notice).toContain('人工智能生成');
    expect(written.log).toHaveLength(1);
    expect(service.requests).toHaveLength(1);
    const ids = written.citations.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, at) => at + 1));
  });
});
