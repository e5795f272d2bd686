import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { send, withReader } from './reader.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const launch = await launchBrowser();
const skipped = 'reason' in launch ? ` — skipped, no browser starts: ${launch.reason}` : '';

/** Kilobytes of gzipped scripts; measured 145 and 4. */
const MOST_SCRIPT = { '/': 160, '/read/report': 10 } as const;
/** Milliseconds, and the layout shift's score. */
const LATEST_PAINT = 1_000;
const MOST_SHIFT = 0.02;
const LONGEST_BLOCK = 50;

describe.skipIf(skipped)(`budgets${skipped}`, () => {
  if ('reason' in launch) return;
  const { browser } = launch;
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp();
    // As every reader but the first finds it.
    for (const path of Object.keys(MOST_SCRIPT)) await (await fetch(app.address + path)).text();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await app.kill();
  });

  test.each(Object.entries(MOST_SCRIPT))(
    '%s loads at most %i KB of scripts, paints soon and keeps still',
    (path, most) =>
      withReader(browser, app.address, { viewport: { width: 1440, height: 900 } }, async (page) => {
        const scripts: Promise<number>[] = [];
        page.on('response', (response) => {
          if (response.request().resourceType() !== 'script') return;
          scripts.push(response.body().then((body) => gzipSync(body).length));
        });
        await page.goto(path, { waitUntil: 'networkidle' });
        const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
        const { paint, shift } = await paintAndShift(page);
        console.log(
          `${path}: ${(bytes / 1024).toFixed(0)} KB of scripts, painted after ${paint.toFixed(0)} ms, shift ${shift.toFixed(3)}`,
        );
        expect(bytes / 1024).toBeLessThanOrEqual(most);
        expect(paint).toBeLessThanOrEqual(LATEST_PAINT);
        expect(shift).toBeLessThanOrEqual(MOST_SHIFT);
      }),
  );

  test('an answer in 200 pieces never blocks the page', async () => {
    const slow = await streamingBefore(app.address, 200);
    const address = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    await withReader(browser, address, {}, async (page) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      // The conversation's scripts are compiled when they are fetched; what is measured is the streaming.
      await page.getByRole('textbox').focus();
      await page.waitForLoadState('networkidle');
      await send(page, '问');
      await page.getByText('第1句').waitFor();
      await page.evaluate(() => {
        const blocks: number[] = [];
        Object.assign(globalThis, { blocks });
        new PerformanceObserver((list) =>
          blocks.push(...list.getEntries().map(({ duration }) => duration)),
        ).observe({
          type: 'longtask',
        });
      });
      // Nothing of the test itself may run in the page meanwhile.
      await pause(200 * 10 + 2_000);
      await page.getByText('第200句').waitFor();
      const blocks = await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks);
      expect(Math.max(0, ...blocks)).toBeLessThanOrEqual(LONGEST_BLOCK);
    });
    slow.close();
  });
});

function paintAndShift(page: Page): Promise<{ paint: number; shift: number }> {
  return page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(resolve, 300, []);
      });
    const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
    return {
      paint: (await entries('largest-contentful-paint')).at(-1)?.startTime ?? Number.POSITIVE_INFINITY,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });
}

/** The app, but for answers: these come in many pieces, ten milliseconds apart. */
async function streamingBefore(address: string, pieces: number): Promise<Server> {
  const server = createServer(async (incoming, response) => {
    if (incoming.url !== '/api/chat') {
      const { method, headers } = incoming;
      const passed = request(address + incoming.url, { method: method ?? 'GET', headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(passed);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' });
    const write = (event: object) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    write({ type: 'start' });
    write({ type: 'text-start', id: 'a' });
    for (let piece = 1; piece <= pieces; piece++) {
      write({ type: 'text-delta', id: 'a', delta: `- **第${piece}句**，报告指出能源合作不断深化。\n` });
      await pause(10);
    }
    write({ type: 'text-end', id: 'a' });
    write({ type: 'finish' });
    response.end('data: [DONE]\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
