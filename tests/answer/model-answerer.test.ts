import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordingIn } from '../../lib/wording/wording.ts';
import {
  type Script,
  type ScriptedService,
  saying,
  startScriptedService,
} from '../models/scripted-service.ts';
import { openWritingDesk, type Written } from './writing-desk.ts';

const QUESTION = '2024年中国同中亚国家贸易总额是多少？';
const SENTENCE = '2024年，中国同中亚国家贸易总额达948亿美元';
const ZH = wordingIn('zh').answer;

let desk: Awaited<ReturnType<typeof openWritingDesk>>;
let service: ScriptedService;
/** The id under which the model is shown the passage that answers, and one that has nothing to do with it. */
let right: number;
let wrong: number;

beforeAll(async () => {
  [desk, service] = await Promise.all([openWritingDesk(), startScriptedService()]);
  right = await desk.idOf('948亿美元', QUESTION);
  const { passages } = await desk.retriever.retrieve({ question: QUESTION });
  wrong = passages.findIndex(({ passage }) => !/948亿|贸易额|贸易总额/u.test(passage.text)) + 1;
});
afterAll(() => service.close());

async function play(script: Script): Promise<Written> {
  service.play(script);
  return desk.write(desk.modelAt(service.baseUrl), { question: QUESTION });
}

const MARKERS = [
  '[N]',
  '【N】',
  '［N］',
  '〔N〕',
  '[ID:N]',
  '[ID: N]',
  '（N）',
  '(N)',
  '[N,N]',
  '[N][N]',
  '[N-N]',
  '[^N]',
  '[[N]]',
  '[来源N]',
  '[source N]',
  '[Source: N]',
  '【N†source】',
  '[№N]',
  '<sup>N</sup>',
  '<cite>N</cite>',
  '[N](https://example.com/a)',
  '[#N]',
  '[N、N]',
  '[文献N]',
  '（见[N]）',
  '[N, 99]',
  '[98][N]',
];

describe('A citation in any shape becomes a citation:', () => {
  test.each(
    MARKERS.flatMap((marker) => [
      [marker, 'before'],
      [marker, 'after'],
    ]),
  )('%s %s the full stop', async (marker, side) => {
    const mark = marker.replaceAll('N', String(right));
    const text = side === 'before' ? `${SENTENCE}${mark}。` : `${SENTENCE}。${mark}`;
    const written = await play(saying(`${text}增速达7.2%[${right}]。`, 2));
    expect(written.text).toBe(`${SENTENCE}。[1]增速达7.2%。[1]`);
    expect(written.citations[0]?.quote).toContain('948亿美元');
    expect(written.citations[0]?.url).toMatch(/^\/read\/report\/c1-s1-p\d+\.\d+(-\d+)?#/);
  });
});

test('A sentence with another passage’s id is shown with its own, and the notice says so', async () => {
  const written = await play(saying(`${SENTENCE}[${wrong}]。`));
  expect(written.text).toBe(`${SENTENCE}。[1]`);
  expect(written.citations[0]?.quote).toContain('948亿美元');
  expect(written.notice).toBe(ZH.modelNotice({ repaired: 1, dropped: 0 }));
});

test('Sentences that fail the check are left out and counted', async () => {
  const written = await play(
    saying(`${SENTENCE}[${right}]。2025年将达到1200亿美元[${right}]。这很了不起。增速达7.2%[${right}]。`),
  );
  expect(written.text).toBe(`${SENTENCE}。[1]增速达7.2%。[1]`);
  expect(written.notice).toBe(ZH.modelNotice({ repaired: 0, dropped: 2 }));
  expect(written.checked).toEqual({ shown: 2, repaired: 0, dropped: 2 });
});
