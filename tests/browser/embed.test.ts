import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPage } from '../../scripts/demo-partner-page.ts';
import {
  askByKeyboard,
  citation,
  frameIn,
  openPage,
  sendByKeyboard,
  violations,
} from '../embed/open-page.ts';
import { type Service, type Site, START_TIMEOUT, serve, site } from '../embed/served-for-partners.ts';
import { launchBrowser } from './launch-browser.ts';

const launch = await launchBrowser();
const QUESTION = '中国同中亚国家的贸易额是多少？';
const BUTTON = { name: '章问：向报告提问' };
const EVENTS = ['ready', 'open', 'close', 'question', 'answer', 'citation', 'error'];

describe.skipIf('reason' in launch)('On a partner’s page', () => {
  let browser: Browser;
  let service: Service;
  let partner: Site;

  beforeAll(async () => {
    if ('browser' in launch) browser = launch.browser;
    partner = await site();
    const origins = [partner.origin];
    service = await serve([
      { id: 'demo', name: '示范网', origins, look: { greeting: '欢迎提问', questions: ['报告分几章？'] } },
      { id: 'spent', name: '用完网', origins, budgets: { questionsPerDay: 0 } },
      { id: 'tabs', name: '新窗网', origins, citations: 'host' },
    ]);
  }, START_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await partner?.stop();
  });

  const line = (attributes = 'data-partner="demo"') =>
    `<script src="${service.address}/widget.js" ${attributes} async></script>`;
  const html = (body: string, head = '') =>
    `<!doctype html><html lang="zh-CN"><head><title>示范网</title>${head}</head><body>${body}</body></html>`;
  const main = '<main><h1>示范网</h1><p>正文 <a id="link" href="#x">链接</a></p></main>';
  const show = (body: string, head?: string) => partner.show({ html: html(main + body, head) });
  const open = (opening?: Parameters<typeof openPage>[2]) => openPage(browser, partner.origin, opening);
  const heard = `<script>window.heard = [];
    window.Zhangwen = [${EVENTS.map((event) => `['on', '${event}', (detail) => heard.push(['${event}', detail])]`).join()}];</script>`;

  test('nothing is fetched before the first opening but the loader', async () => {
    show(line());
    const { page, requests } = await open();
    await page.getByRole('button', BUTTON).waitFor();
    expect(requests.filter((url) => url.startsWith(service.address))).toEqual([
      `${service.address}/widget.js`,
    ]);
  });

  test('a reader opens, asks, and reads the cited sentence, by keyboard alone', async () => {
    show(line(), heard);
    const { page, complaints } = await open();
    await page.getByRole('button', BUTTON).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const frame = await frameIn(page);
    expect(await frame.getByText('欢迎提问').isVisible()).toBe(true);
    await askByKeyboard(page, frame, QUESTION);
    await citation(frame).press('Enter');
    await frame.locator('dialog mark').first().waitFor();
    expect(complaints).toEqual([]);
    expect(await page.evaluate('heard.map(([event]) => event)')).toEqual([
      'open',
      'ready',
      'question',
      'answer',
      'citation',
    ]);
    expect(await page.evaluate('heard[3][1]')).toMatchObject({ refused: false });
    expect(await page.evaluate('heard[4][1].url')).toMatch(/^\/read\/report\//);
  });

  test('Escape closes what is innermost, and the focus goes back to where it was', async () => {
    show(line());
    const { page } = await open();
    const button = page.getByRole('button', BUTTON);
    await button.waitFor();
    await page.locator('#link').focus();
    await page.evaluate('Zhangwen.open()');
    const frame = await frameIn(page);
    await askByKeyboard(page, frame, QUESTION);
    await citation(frame).click();
    await frame.locator('dialog mark').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => frame.locator('dialog[open]').count()).toBe(0);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    // The citation has the focus again and shows its quotation, which is the next to close.
    await expect.poll(() => frame.getByRole('tooltip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => frame.getByRole('tooltip').count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('link');
    await button.click();
    await frameIn(page);
    await page.getByRole('button', { name: '关闭' }).click();
    expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.className')).toBe('open');
  });

  test('calls made before the loader is there are made when it is', async () => {
    const stub = `<script>window.Zhangwen ||= new Proxy({ q: [] }, { get: (stub, name) => name === 'q' ? stub.q : (...given) => stub.q.push([name, ...given]) });
      Zhangwen.on('answer', () => { document.title = 'answered' }); Zhangwen.ask('${QUESTION}');</script>`;
    show(line(), stub);
    const { page } = await open();
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('answered');
    const frame = await frameIn(page);
    expect(await frame.getByText(QUESTION).first().isVisible()).toBe(true);
  });

  test('questions from the page wait for each other', async () => {
    show(line(), heard);
    const { page } = await open();
    await page.getByRole('button', BUTTON).waitFor();
    await page.evaluate(`Zhangwen.ask('报告分几章？'); Zhangwen.ask('${QUESTION}')`);
    const answers = () => page.evaluate("heard.filter(([event]) => event === 'answer').length");
    await expect.poll(answers, { timeout: 20_000 }).toBe(2);
  });

  test('an opening question is asked once, at the first opening', async () => {
    show(line(`data-partner="demo" data-question="${QUESTION}"`), heard);
    const { page } = await open();
    await page.getByRole('button', BUTTON).click();
    await citation(await frameIn(page)).waitFor();
    await page.evaluate('Zhangwen.toggle(); Zhangwen.toggle()');
    expect(await page.evaluate("heard.filter(([event]) => event === 'question').length")).toBe(1);
  });

  test('included twice it is there once', async () => {
    show(line() + line());
    const { page, complaints } = await open();
    await page.getByRole('button', BUTTON).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('zhangwen-widget').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('an app takes it away and puts it back', async () => {
    show(line());
    const { page } = await open();
    const button = page.getByRole('button', BUTTON);
    await button.click();
    await frameIn(page);
    await page.evaluate('Zhangwen.destroy(); Zhangwen.destroy(); Zhangwen.open(); Zhangwen.ask("x")');
    expect(await page.locator('zhangwen-widget').count()).toBe(0);
    expect(page.frames()).toHaveLength(1);
    await page.evaluate('Zhangwen.mount()');
    await button.click();
    await frameIn(page);
    await page.evaluate('Zhangwen.destroy()');
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'),
      { src: '${service.address}/widget.js' }))
      ; document.body.lastChild.dataset.partner = 'demo'`);
    await button.waitFor();
  });

  test('a narrow window is filled, and the page behind it is out of reach', async () => {
    show(line());
    for (const width of [640, 360]) {
      const { page } = await open({ width });
      await page.getByRole('button', BUTTON).click();
      const frame = await frameIn(page);
      expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width, height: 800 });
      expect(
        await page.evaluate(
          'document.querySelector("zhangwen-widget").shadowRoot.querySelector("dialog").matches(":modal")',
        ),
      ).toBe(true);
      await askByKeyboard(page, frame, QUESTION);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
    }
  });

  test('it works where third-party storage is blocked', async () => {
    show(line());
    const blocked = () => {
      if (window === top) return;
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
    };
    const { page, complaints } = await open({ prepare: (page) => page.addInitScript(blocked) });
    await page.getByRole('button', BUTTON).click();
    await askByKeyboard(page, await frameIn(page), QUESTION);
    expect(complaints).toEqual([]);
  });

  test('it works under the stand-in partner’s strict policy, without a violation', async () => {
    partner.show(demoPage(service.address, 'demo'));
    const { page, complaints } = await open();
    await page.getByRole('button', BUTTON).click();
    const frame = await frameIn(page);
    await askByKeyboard(page, frame, QUESTION);
    expect(await violations(page)).toEqual([]);
    expect(await frame.evaluate('violations')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a page’s hostile rules don’t reach in, and none of ours reach out', async () => {
    show(
      line(),
      '<style>* { all: unset !important } iframe, dialog, button { display: none !important }</style>',
    );
    const { page } = await open();
    const button = page.getByRole('button', BUTTON);
    await button.waitFor();
    expect(await button.boundingBox()).toEqual({ x: 1024, y: 724, width: 56, height: 56 });
    const before = await page.locator('main').boundingBox();
    await button.click();
    await askByKeyboard(page, await frameIn(page), QUESTION);
    expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 680, y: 32, width: 400, height: 680 });
    expect(await page.locator('main').boundingBox()).toEqual(before);
    expect(await page.evaluate('document.querySelectorAll("style, link").length')).toBe(1);
  });

  test('its language, colour, place and height in the stack are the page’s choice', async () => {
    show(
      line(
        'data-partner="demo" data-language="en" data-colour="#ffd700" data-position="bottom-left" data-z-index="7" data-theme="dark"',
      ),
    );
    const { page } = await open();
    const button = page.getByRole('button', { name: 'Ask the report' });
    await button.waitFor();
    expect((await button.boundingBox())?.x).toBe(20);
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 215, 0)',
    );
    expect(await button.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
    expect(
      await page.locator('zhangwen-widget').evaluate((element) => getComputedStyle(element).zIndex),
    ).toBe('7');
    await button.click();
    const frame = await frameIn(page);
    expect(await frame.locator('html').getAttribute('lang')).toBe('en');
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('a spent budget is told in the reader’s words, and to the page by its code', async () => {
    show(line('data-partner="spent"'), heard);
    const { page } = await open();
    await page.getByRole('button', BUTTON).click();
    const frame = await frameIn(page, 'spent');
    await sendByKeyboard(page, frame, QUESTION);
    const log = frame.getByRole('log');
    await log.getByText('本站今天的提问次数已用完。请在 24 小时后再试。').waitFor();
    expect(await page.evaluate("heard.find(([event]) => event === 'error')")).toEqual([
      'error',
      { code: 'budget-spent' },
    ]);
  });

  test('a partner may have citations open on our own site', async () => {
    show(line('data-partner="tabs"'));
    const { page } = await open();
    await page.getByRole('button', BUTTON).click();
    const frame = await frameIn(page, 'tabs');
    await askByKeyboard(page, frame, QUESTION);
    const [tab] = await Promise.all([page.waitForEvent('popup'), citation(frame).click()]);
    await tab.locator('mark').first().waitFor();
    expect(tab.url()).toContain(`${service.address}/read/report/`);
  });

  test('an element in the page takes the place of the button', async () => {
    show(`<div data-zhangwen data-height="500px"></div>${line()}`);
    const { page } = await open();
    const frame = await frameIn(page);
    expect((await page.locator('iframe').boundingBox())?.height).toBe(500);
    expect(await page.locator('zhangwen-widget').count()).toBe(0);
    await page.evaluate(`Zhangwen.ask('${QUESTION}')`);
    await citation(frame).waitFor();
    await page.evaluate('Zhangwen.destroy()');
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('a site without scripts shows a plain frame', async () => {
    partner.show({
      html: html(
        `${main}<iframe src="${service.address}/embed/demo" title="章问" width="400" height="600"></iframe>`,
      ),
      policy: `default-src 'none'; frame-src ${service.address}`,
    });
    const { page } = await open();
    const frame = await frameIn(page);
    await frame.getByRole('button', { name: '报告分几章？' }).click();
    await frame.getByText('第一章 中国—中亚合作结出丰硕成果').waitFor();
  });

  test('a pinned loader runs, and one that was changed does not', async () => {
    const source = await (await fetch(`${service.address}/widget.js`)).text();
    const { loaderFileName, loaderIntegrity } = await import('../../app/widget/published-loader.ts');
    const pinned = (integrity: string) =>
      `<script src="${service.address}/widget/${loaderFileName(source)}" integrity="${integrity}" crossorigin="anonymous" data-partner="demo" async></script>`;
    show(pinned(loaderIntegrity(source)));
    const { page } = await open();
    await page.getByRole('button', BUTTON).waitFor();
    show(pinned(loaderIntegrity(`${source} `)));
    const changed = await open();
    await expect.poll(() => changed.complaints.join()).toContain('integrity');
    expect(await changed.page.locator('zhangwen-widget').count()).toBe(0);
  });
});
