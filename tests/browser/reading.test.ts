import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { withReader } from './reader.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const launch = await launchBrowser();
const skipped = 'reason' in launch ? ` — skipped, no browser starts: ${launch.reason}` : '';
const DESK = { viewport: { width: 1440, height: 900 } };

describe.skipIf(skipped)(`the reading page${skipped}`, () => {
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

  test('works without JavaScript: outline, epigraph, sub-points, the quotation marked', () =>
    withReader(browser, app.address, { ...DESK, javaScriptEnabled: false }, async (page) => {
      await page.goto('/read/report/c1-s1-p1.2-3#c1-s1-p1');
      expect(await page.locator('mark').textContent()).toMatch(/^2023年首届中国—中亚峰会/);
      expect(await page.locator('figure figcaption').first().textContent()).toBe('——中国国家主席习近平');
      expect(await page.locator('#c1-s1-p2 strong').textContent()).toBe('——战略层面相向而行。');
      expect(await page.locator('#outline').getByRole('link').count()).toBe(21);
      expect(await page.getByRole('button').count()).toBe(0);
    }));

  test('goes from /read to the only report', () =>
    withReader(browser, app.address, {}, async (page) => {
      await page.goto('/read');
      expect(new URL(page.url()).pathname).toBe('/read/report');
    }));

  test('its outline follows what is read', () =>
    withReader(browser, app.address, DESK, async (page) => {
      await page.goto('/read/report');
      await page.locator('#c2-s3').scrollIntoViewIfNeeded();
      await page.getByRole('link', { name: '三、区域合作带来更广阔地缘经济优势', exact: true }).click();
      await page.locator('#outline a[href="#c2-s3"][aria-current]').waitFor();
    }));

  test('finds words in the report and goes from one place to the next', () =>
    withReader(browser, app.address, DESK, async (page) => {
      await page.goto('/read/report', { waitUntil: 'networkidle' });
      const box = page.getByRole('searchbox');
      await box.fill('鲁班工坊');
      const count = page.locator('search output');
      expect(await count.textContent()).toMatch(/^1 \/ \d+$/);
      await box.press('Enter');
      expect(await count.textContent()).toMatch(/^2 \//);
      await box.fill('月球基地');
      expect(await count.textContent()).toBe('没有找到');
    }));

  test('leads from a section to a question about it', () =>
    withReader(browser, app.address, DESK, async (page) => {
      await page.goto('/read/report#c1-s3');
      await page
        .locator('#c1-s3')
        .getByRole('link', { name: /就这一节提问/ })
        .click();
      await expect.poll(() => page.getByRole('textbox').inputValue()).toContain('能源全产业链合作加速推进');
    }));

  test.each([
    '/read/report/c9-p1',
    '/read/report/c1-s1-p1.99',
    '/read/report/nonsense',
    '/read/other',
    '/nowhere',
  ])('%s is a 404 that leads on', (address) =>
    withReader(browser, app.address, { complaints: true }, async (page) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      expect(await page.getByRole('main').getByRole('link', { name: '阅读报告' }).getAttribute('href')).toBe(
        '/read',
      );
    }),
  );

  test('may not be shown in a frame, and runs no script that the server did not write', async () => {
    const { headers } = await fetch(`${app.address}/read/report`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-/);
    expect(policy).not.toContain('unsafe');
  });

  test.each([320, 1024, 2560])('fits %i pixels without scrolling sideways', (width) =>
    withReader(browser, app.address, { viewport: { width, height: 800 }, complaints: true }, async (page) => {
      for (const address of ['/', '/read/report', '/nowhere']) {
        await page.goto(address);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
