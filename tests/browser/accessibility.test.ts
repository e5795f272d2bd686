import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { ask, chips, send, TRADE, withReader } from './reader.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const launch = await launchBrowser();
const skipped = 'reason' in launch ? ` — skipped, no browser starts: ${launch.reason}` : '';
const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** Each leaves the page in the state that is looked at. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the first screen': (page) => page.goto('/'),
  'an answer': (page) => ask(page, TRADE),
  'an answer with its quotation shown': async (page) => {
    await ask(page, TRADE);
    await chips(page).first().hover();
    await page.getByRole('tooltip').waitFor();
  },
  'an answer with the report': async (page) => {
    await ask(page, TRADE);
    await chips(page).first().click();
    await page.locator('dialog mark').waitFor();
  },
  'a refusal': (page) => ask(page, '今天北京的天气怎么样？'),
  'an outline as an answer': (page) => ask(page, '报告分几章？'),
  'a question being edited': async (page) => {
    await ask(page, TRADE);
    await page.getByRole('button', { name: '修改问题' }).click();
  },
  'the kept conversations': async (page) => {
    await ask(page, TRADE);
    await page.getByRole('button', { name: '我的提问' }).click();
  },
  'a failure': async (page) => {
    await page.route('/api/chat', (route) => route.abort());
    await page.goto('/');
    await send(page, TRADE);
    await page.getByRole('button', { name: '再试一次' }).waitFor();
  },
  'the report': (page) => page.goto('/read/report'),
  'the report with a quotation': (page) => page.goto('/read/report/c1-s1-p1.2-3#c1-s1-p1'),
  'nothing here': (page) => page.goto('/nowhere'),
};

describe.skipIf(skipped)(`axe finds nothing to complain of${skipped}`, () => {
  if ('reason' in launch) return;
  const { browser } = launch;
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await app.kill();
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(Object.entries(STATES))('on %s', (_, reach) =>
      withReader(browser, app.address, { colorScheme, complaints: true }, async (page) => {
        await reach(page);
        expect(await violations(page)).toEqual([]);
      }),
    );
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}
