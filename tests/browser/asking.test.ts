import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { answered, ask, chips, send, TRADE, withReader } from './reader.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const launch = await launchBrowser();
const skipped = 'reason' in launch ? ` — skipped, no browser starts: ${launch.reason}` : '';

describe.skipIf(skipped)(`the asking page${skipped}`, () => {
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

  test('suggests six questions and answers the one that is chosen', () =>
    withReader(browser, app.address, {}, async (page) => {
      await page.goto('/');
      const suggestions = page.getByRole('region', { name: '不妨从这里问起' }).getByRole('button');
      expect(await suggestions.count()).toBe(6);
      await suggestions.first().click();
      await answered(page);
      expect(await chips(page).count()).toBeGreaterThan(0);
    }));

  test('streams an answer whose citation opens the report beside it, the quoted sentence marked and in view', () =>
    withReader(browser, app.address, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await ask(page, TRADE);
      const chip = chips(page).first();
      await chip.hover();
      const quotation = await page.getByRole('tooltip').locator('p').first().textContent();
      expect(quotation).toContain('948亿美元');
      await chip.click();
      const mark = page.getByRole('dialog', { name: '报告原文' }).locator('mark');
      await mark.waitFor();
      expect((await mark.textContent())?.replace(/\s/g, '')).toBe(quotation?.replace(/\s/g, ''));
      await expect
        .poll(() => mark.evaluate((element) => element.getBoundingClientRect().top))
        .toBeLessThan(700);
      expect(await page.getByRole('heading', { level: 2, name: TRADE }).isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await mark.waitFor({ state: 'detached' });
      expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  test('opens the report over the answer on a phone', () =>
    withReader(
      browser,
      app.address,
      { viewport: { width: 390, height: 844 }, hasTouch: true },
      async (page) => {
        await ask(page, TRADE);
        await chips(page).first().tap();
        const mark = page.locator('dialog:modal mark');
        await mark.waitFor();
        expect((await mark.boundingBox())?.y).toBeLessThan(844);
      },
    ));

  test('stops an answer under way, keeps what was written and answers again', () =>
    withReader(browser, app.address, { complaints: true }, async (page) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      await page.getByRole('textbox').fill('第二章讲什么？');
      const network = await page.context().newCDPSession(page);
      const slow = { offline: false, latency: 0, uploadThroughput: -1, downloadThroughput: 2_000 };
      await page.waitForTimeout(500);
      await network.send('Network.emulateNetworkConditions', slow);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '停止' }).click();
      await page.getByText('已停止').first().waitFor();
      await network.send('Network.emulateNetworkConditions', { ...slow, downloadThroughput: -1 });
      await page.getByRole('button', { name: '重新回答' }).first().click();
      await answered(page);
    }));

  test('asks a follow-up and an edited question', () =>
    withReader(browser, app.address, {}, async (page) => {
      await ask(page, TRADE);
      await page.getByRole('region', { name: '接着读，接着问' }).getByRole('button').first().click();
      await answered(page, 2);
      await page.getByRole('button', { name: '修改问题' }).first().click();
      await page.getByRole('textbox', { name: '你的问题' }).first().fill('报告分几章？');
      await page.getByRole('button', { name: '重新提问' }).click();
      await page.getByRole('log').getByText('第三章').first().waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
    }));

  test('refuses what the report does not cover and names sections instead', () =>
    withReader(browser, app.address, {}, async (page) => {
      await ask(page, '今天北京的天气怎么样？');
      const nearest = page.getByRole('region', { name: '也许可以看看' }).getByRole('link');
      expect(await nearest.count()).toBeGreaterThan(0);
    }));

  test('does not send while an input method composes', () =>
    withReader(browser, app.address, {}, async (page) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      const box = page.getByRole('textbox');
      await box.focus();
      const input = await page.context().newCDPSession(page);
      await input.send('Input.imeSetComposition', { text: 'nengyuan', selectionStart: 8, selectionEnd: 8 });
      await input.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key: 'Enter',
        code: 'Enter',
      });
      await input.send('Input.insertText', { text: '能源合作' });
      expect(await page.getByRole('log').count()).toBe(0);
      expect(await box.inputValue()).toBe('能源合作');
      await box.press('Enter');
      await answered(page);
    }));

  test('keeps the conversation over a reload, lists, renames and deletes it', () =>
    withReader(browser, app.address, {}, async (page) => {
      await ask(page, TRADE);
      await page.reload();
      await page.getByRole('heading', { level: 2, name: TRADE }).waitFor();
      await page.getByRole('button', { name: '我的提问' }).click();
      await page.getByRole('button', { name: /^改名/ }).click();
      await page.getByRole('textbox', { name: '新名称' }).fill('贸易总额');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^贸易总额/ }).waitFor();
      await page.getByRole('button', { name: /^删除/ }).click();
      await page.getByRole('button', { name: /^确定删除/ }).click();
      await page.getByRole('region', { name: '不妨从这里问起' }).waitFor();
      expect(await page.evaluate(() => localStorage.getItem('zhangwen.conversations'))).toBe('[]');
    }));

  test('a shared link asks its question again', () =>
    withReader(browser, app.address, {}, async (page) => {
      await page.goto(`/?q=${encodeURIComponent(TRADE)}`);
      await answered(page);
      expect(page.url()).toMatch(/\?c=/);
    }));

  test('saves the conversation as Markdown and as a Word file', () =>
    withReader(browser, app.address, {}, async (page) => {
      await ask(page, TRADE);
      const save = async (name: string) => {
        await page.getByText('下载对话').click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        return readFile(await download.path());
      };
      const markdown = (await save('Markdown 文件')).toString();
      expect(markdown).toContain('948亿美元');
      expect(markdown).toContain(`${app.address}/read/report/`);
      expect((await save('Word 文件')).subarray(0, 2).toString()).toBe('PK');
    }));

  test('is operated by the keyboard alone', () =>
    withReader(browser, app.address, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
      for (let presses = 0; presses < 20 && (await focused()) !== 'q'; presses++)
        await page.keyboard.press('Tab');
      await page.keyboard.type(TRADE);
      await page.keyboard.press('Enter');
      await answered(page);
      const onChip = () =>
        page.evaluate(() => document.activeElement?.getAttribute('href')?.startsWith('/read/report/'));
      for (let presses = 0; presses < 30 && !(await onChip()); presses++)
        await page.keyboard.press('Shift+Tab');
      while (!(await page.getByRole('tooltip').count())) await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('dialog mark').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog mark').waitFor({ state: 'detached' });
    }));

  test.each([
    ['en', 'Questions to begin with'],
    ['ru', 'С чего начать'],
  ])('speaks %s where the reader chooses it', (language, words) =>
    withReader(browser, app.address, {}, async (page) => {
      await page.goto('/');
      await page.locator(`a[hreflang="${language}"]`).click();
      await page.getByText(words).waitFor();
      await page.getByRole('region', { name: words }).getByRole('button').first().click();
      await answered(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    }),
  );

  test('remembers the theme', () =>
    withReader(browser, app.address, { colorScheme: 'light' }, async (page) => {
      await page.goto('/');
      const button = page.getByRole('button', { name: /^明暗/ });
      await button.click();
      await button.click();
      await page.reload();
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(236, 230, 218)');
    }));

  test('says when there are too many questions, and asks again', () =>
    withReader(browser, app.address, { complaints: true }, async (page) => {
      await page.route(
        '/api/chat',
        (route) =>
          route.fulfill({
            status: 429,
            json: { error: { code: 'too-many-questions', message: '请在 37 秒后再试。' } },
          }),
        {
          times: 1,
        },
      );
      await page.goto('/');
      await send(page, TRADE);
      await page.getByText('请在 37 秒后再试。').first().waitFor();
      await page.getByRole('button', { name: '再试一次' }).click();
      await answered(page);
    }));

  test(
    'says that the server is gone, and answers once it is back',
    () =>
      withReader(browser, app.address, { complaints: true }, async (page) => {
        await ask(page, TRADE);
        await app.kill();
        await send(page, '报告分几章？');
        await page.getByText('服务器没有回应').first().waitFor();
        app = await serveApp(Number(new URL(app.address).port));
        await page.getByRole('button', { name: '再试一次' }).click();
        await answered(page, 2);
      }),
    60_000,
  );
});
