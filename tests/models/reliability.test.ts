import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatModel, ChatPart } from '../../lib/models/chat-model.ts';
import { ModelFailure } from '../../lib/models/model-failure.ts';
import { OpenAICompatibleModel } from '../../lib/models/openai-compatible.ts';
import { ReliableChatModel, type TimeLimits } from '../../lib/models/reliable-chat-model.ts';
import { TokenBudget } from '../../lib/models/token-budget.ts';
import { type Script, type ScriptedService, saying, startScriptedService } from './scripted-service.ts';

const LIMITS: TimeLimits = { first: 2_000, pause: 1_000, whole: 5_000 };
const PLENTY = { perMinute: 1_000_000, perDay: 1_000_000 };
const REQUEST = {
  instructions: '回答问题。',
  messages: [{ role: 'user', content: '你好' }],
  maxOutputTokens: 100,
} as const;
const FAILING: Script = [{ status: 401 }];

let service: ScriptedService;
beforeAll(async () => {
  service = await startScriptedService();
});
afterAll(() => service.close());

function modelWith({ budget = new TokenBudget(PLENTY), rest = 30_000, limits = LIMITS } = {}): ChatModel {
  return new ReliableChatModel(
    new OpenAICompatibleModel({ baseUrl: service.baseUrl, apiKey: 'k' }, 'scripted'),
    {
      limits,
      budget,
      rest,
    },
  );
}

async function textOf(model: ChatModel, signal?: AbortSignal): Promise<string> {
  let text = '';
  for await (const part of model.stream({ ...REQUEST, ...(signal && { signal }) }))
    if (part.type === 'text') text += part.text;
  return text;
}

async function failureOf(model: ChatModel): Promise<string> {
  return textOf(model).then(
    () => 'none',
    (error) => (error instanceof ModelFailure ? error.kind : String(error)),
  );
}

describe('A call is tried again only before the first part', () => {
  test.each([429, 500, 502, 503, 504])('after %i', async (status) => {
    service.play([{ status }], [{ status }], saying('好'));
    expect(await textOf(modelWith())).toBe('好');
    expect(service.requests).toHaveLength(3);
  });

  test('three times at most', async () => {
    service.play([{ status: 500 }]);
    expect(await failureOf(modelWith())).toBe('service-error');
    expect(service.requests).toHaveLength(3);
  });

  test.each([400, 401, 402, 403, 404, 422])('never after %i: it would say the same again', async (status) => {
    service.play([{ status }]);
    await failureOf(modelWith());
    expect(service.requests).toHaveLength(1);
  });

  test('not after the first words', async () => {
    service.play([{ say: '好' }, { wait: 30 }, { reset: true }]);
    expect(await failureOf(modelWith())).toBe('broken-off');
    expect(service.requests).toHaveLength(1);
  });
});

describe('The breaker', () => {
  test('leaves the service alone after five failures in a row', async () => {
    service.play(FAILING);
    const model = modelWith();
    for (let call = 0; call < 5; call++) expect(await failureOf(model)).toBe('unauthorised');
    expect(await failureOf(model)).toBe('resting');
    expect(service.requests).toHaveLength(5);
  });

  test('counts failures in a row only', async () => {
    const model = modelWith();
    for (let round = 0; round < 3; round++) {
      service.play(FAILING);
      for (let call = 0; call < 4; call++) await failureOf(model);
      service.play(saying('好'));
      expect(await textOf(model)).toBe('好');
    }
  });

  test('tries again later, with one call, and closes when that goes well', async () => {
    service.play(FAILING);
    const model = modelWith({ rest: 200 });
    for (let call = 0; call < 5; call++) await failureOf(model);
    await new Promise((resolve) => setTimeout(resolve, 250));
    service.play([{ wait: 300 }, ...saying('好')]);
    const [trial, meanwhile] = await Promise.all([textOf(model), failureOf(model)]);
    expect([trial, meanwhile]).toEqual(['好', 'resting']);
    service.play(saying('很好'));
    expect(await textOf(model)).toBe('很好');
  });

  test('does not take a reader who leaves for a failure', async () => {
    const model = modelWith();
    service.play([{ say: '好' }, { hang: true }]);
    for (let call = 0; call < 6; call++) {
      const reader = new AbortController();
      for await (const _ of model.stream({ ...REQUEST, signal: reader.signal })) reader.abort();
    }
    service.play(saying('好'));
    expect(await textOf(model)).toBe('好');
  });
});

describe('A client that leaves closes the upstream within a second', () => {
  test.each<[string, Script]>([
    ['before the headers', [{ hang: true }]],
    ['before the first word', [{ raw: ': ping\n\n' }, { hang: true }]],
    ['in the middle', [{ say: '好' }, { hang: true }]],
    ['while words come', Array.from({ length: 200 }, () => [{ say: '好' }, { wait: 20 }]).flat()],
  ])('%s', async (_, script) => {
    service.play(script);
    const reader = new AbortController();
    const reading = textOf(
      modelWith({ limits: { first: 10_000, pause: 10_000, whole: 10_000 } }),
      reader.signal,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const left = performance.now();
    reader.abort();
    await reading;
    await expect.poll(() => service.requests[0]?.closedAt, { timeout: 2_000 }).toBeDefined();
    expect((service.requests[0]?.closedAt ?? Number.POSITIVE_INFINITY) - left).toBeLessThan(1_000);
  });

  test('who stops reading, too', async () => {
    service.play(Array.from({ length: 200 }, () => [{ say: '好' }, { wait: 20 }]).flat());
    for await (const _ of modelWith().stream(REQUEST)) break;
    await expect.poll(() => service.requests[0]?.closedAt, { timeout: 1_000 }).toBeDefined();
  });
});

describe('The budget', () => {
  test('reserves the worst case before the call and makes none that does not fit', async () => {
    service.play(saying('好'));
    expect(await failureOf(modelWith({ budget: new TokenBudget({ perMinute: 90, perDay: 1_000 }) }))).toBe(
      'over-budget',
    );
    expect(service.requests).toHaveLength(0);
  });

  test('settles what the service says it cost', async () => {
    let now = 0;
    const budget = new TokenBudget({ perMinute: 250, perDay: 1_000 }, () => now);
    const model = modelWith({ budget });
    service.play([{ say: '好' }, { finish: 'stop' }, { usage: { input: 20, output: 5 } }]);
    // The worst case is more than a hundred; five calls at their real cost leave room for it.
    for (let call = 0; call < 5; call++) expect(await textOf(model)).toBe('好');
    expect(() => budget.reserve(126)).toThrow('this minute');
    budget.reserve(125).settle(0);
    now += 60_000;
    budget.reserve(250).settle(250);
    now += 60_000;
    expect(() => budget.reserve(626)).toThrow('today');
  });

  test('lets calls at the same time not overdraw together', async () => {
    service.play([{ say: '好' }, { wait: 200 }, { finish: 'stop' }]);
    const model = modelWith({ budget: new TokenBudget({ perMinute: 250, perDay: 1_000 }) });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => failureOf(model)));
    expect(outcomes.sort()).toEqual(['none', 'none', 'over-budget', 'over-budget']);
  });

  test('owes nothing for a call that failed', async () => {
    service.play(FAILING);
    const budget = new TokenBudget({ perMinute: 200, perDay: 1_000 });
    const model = modelWith({ budget });
    await failureOf(model);
    budget.reserve(200);
  });
});

test('The service is asked for chat completions, with the key, the model and the token limit', async () => {
  service.play(saying('好'));
  const parts: ChatPart[] = [];
  for await (const part of modelWith().stream(REQUEST)) parts.push(part);
  const [request] = service.requests;
  expect(request?.path).toBe('/v1/chat/completions');
  expect(request?.key).toBe('Bearer k');
  expect(request?.body).toMatchObject({ model: 'scripted', stream: true, max_tokens: 100 });
});
