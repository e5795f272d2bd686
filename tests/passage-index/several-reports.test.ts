import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Assistant } from '../../lib/assistant.ts';
import { readSettings } from '../../lib/settings.ts';
import { ingestInto } from './small-index.ts';

let home: string;
let assistant: Assistant;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhangwen-'));
  await ingestInto({ roots: ['corpus/report.txt', 'tests/fixtures/reports'], dataDirectory: home });
  assistant = await Assistant.open(readSettings({ DATA_DIR: home }));
});

afterAll(async () => {
  assistant.close();
  await rm(home, { recursive: true, force: true });
});

const TRUCKS = '氢能拖车续航有多少公里？';
const reportsOf = async (question: string, reportId?: string) => {
  const { passages } = await assistant.search({ question, ...(reportId && { reportId }) }, 10);
  return passages.map(({ passage }) => passage.reportId);
};

describe('two reports in one index', () => {
  it('are both known', () => {
    expect(assistant.reports.map(({ id }) => id).toSorted()).toEqual(['harbours', 'report']);
  });

  it('are searched together', async () => {
    expect((await reportsOf(TRUCKS))[0]).toBe('harbours');
    expect((await reportsOf('鲁班工坊'))[0]).toBe('report');
  });

  it('are cited by their own titles and links', async () => {
    const { citations } = await assistant.answer({ question: TRUCKS });
    expect(citations[0]).toMatchObject({ report: '近海港口的绿色转型：现状与出路', chapter: '第二部分' });
    expect(citations[0]?.url).toMatch(/^\/read\/harbours\/c2-s2-p\d/);
  });

  it.each(['harbours', 'report'])('can be asked apart: a question limited to %s stays there', async (id) => {
    for (const question of [TRUCKS, '鲁班工坊', '绿色转型']) {
      const found = await reportsOf(question, id);
      expect(new Set(found)).toEqual(new Set([id]));
    }
  });

  it.each(['harbours', 'report'])('cite only %s when the question is limited to it', async (reportId) => {
    for (const question of [TRUCKS, '中国与中亚的贸易额是多少？', '报告分几章？']) {
      const { citations, refusal } = await assistant.answer({ question, reportId });
      const urls = [...citations, ...(refusal?.nearest ?? [])].map(({ url }) => url);
      for (const url of urls) expect(url).toMatch(new RegExp(`^/read/${reportId}[/#]`));
    }
  });
});
