import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseAnticipatedQuestions } from '../../lib/report/anticipated-questions.ts';
import { parseReport } from '../../lib/report/parse.ts';
import { type ScriptedService, startScriptedService } from '../models/scripted-service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { run } from './command.ts';

const WRITTEN = JSON.stringify({
  zh: ['港口有多大？'],
  en: ['How large is the port?'],
  ru: ['Какой величины порт?'],
});
const IN_FORM = [{ say: `\`\`\`json\n${WRITTEN}\n\`\`\`` }, { finish: 'stop' }, { stop: true }] as const;
const OUT_OF_FORM = [{ say: '好的，我来写。' }, { finish: 'stop' }, { stop: true }] as const;

let service: ScriptedService;
let report: string;
let settings: Record<string, string>;

beforeAll(async () => {
  service = await startScriptedService();
  settings = { OPENAI_BASE_URL: service.baseUrl, CHAT_MODEL: 'scripted' };
});
afterAll(() => service.close());

beforeEach(async () => {
  report = join(await temporaryDirectory(), 'harbours.txt');
  await copyFile('tests/fixtures/reports/harbours.txt', report);
  service.requests.length = 0;
});

const questionsFile = () => report.replace('.txt', '.questions.jsonl');

describe('npm run anticipate', () => {
  it('says what it costs and sends nothing before it is told to', async () => {
    const { status, output } = await run('anticipate', [report], settings);
    expect(status).toBe(0);
    expect(output).toMatch(
      /sentences to write for, 0 done\. At most about \d+,000 tokens in and \d+,000 out\./,
    );
    expect(service.requests).toHaveLength(0);
  });

  it('writes questions for every sentence, in the form that an ingest reads', async () => {
    service.play([...IN_FORM]);
    const { status, output } = await run('anticipate', [report, '--yes'], settings);
    expect(status).toBe(0);
    const parsed = parseReport(await readFile(report), report);
    const questions = parseAnticipatedQuestions(
      await readFile(questionsFile()),
      questionsFile(),
      parsed,
      'answered',
    );
    expect(questions.length).toBe(3 * service.requests.length);
    expect(output).toContain('then run npm run ingest');
  });

  it('goes on where it was stopped, and cuts off half a line', async () => {
    service.play([...IN_FORM]);
    await run('anticipate', [report, '--yes'], settings);
    const whole = await readFile(questionsFile(), 'utf8');
    const [first] = whole.split('\n');
    await writeFile(questionsFile(), `${first}\n{"chapter":"第`);
    service.requests.length = 0;
    const { output } = await run('anticipate', [report, '--yes'], settings);
    expect(output).toMatch(/, 1 done\./);
    expect((await readFile(questionsFile(), 'utf8')).split('\n').sort()).toEqual(whole.split('\n').sort());
  });

  it('names the sentences for which the model did not keep to the form, and fails', async () => {
    service.play([...OUT_OF_FORM]);
    const { status, errors } = await run('anticipate', [report, '--yes'], settings);
    expect(status).toBe(1);
    expect(errors).toMatch(/^Run it again for \d+ sentences: [cu]\d/);
  });

  it.each([
    ['without a report', [], 2, /^Usage: npm run anticipate/],
    ['for a report that is not there', ['nowhere.txt'], 1, /nowhere\.txt/],
  ])('ends with a sentence %s', async (_, parameters, status, message) => {
    const ended = await run('anticipate', parameters, settings);
    expect(ended.status).toBe(status);
    expect(ended.errors).toMatch(message);
  });

  it('says which setting is wanting without a model', async () => {
    const { status, errors } = await run('anticipate', [report], {});
    expect(status).toBe(1);
    expect(errors).toMatch(/CHAT_MODEL/);
  });
});
