import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueToken } from '../../lib/partners/token.ts';
import { askByKeyboard, citation, frameIn, openPage, sendByKeyboard } from '../embed/open-page.ts';
import {
  type Service,
  type Site,
  START_TIMEOUT,
  serve,
  site,
  TOKEN_SECRET,
  tokenFor,
} from '../embed/served-for-partners.ts';
import { launchBrowser } from './launch-browser.ts';

const launch = await launchBrowser();
const QUESTION = '报告分几章？';
const SECRET = new TextEncoder().encode(TOKEN_SECRET);
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

describe.skipIf('reason' in launch)('A partner’s frame', () => {
  let browser: Browser;
  let service: Service;
  let partner: Site;
  let stranger: Site;
  const entries = (enabled = true) => [{ id: 'demo', name: '示范网', origins: [partner.origin], enabled }];

  beforeAll(async () => {
    if ('browser' in launch) browser = launch.browser;
    [partner, stranger] = await Promise.all([site(), site()]);
    service = await serve(entries());
    const html = `<!doctype html><html lang="zh-CN"><title>x</title><main>x</main><script src="${service.address}/widget.js" data-partner="demo" async></script></html>`;
    partner.show({ html });
    stranger.show({ html });
  }, START_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await Promise.all([partner?.stop(), stranger?.stop()]);
  });

  const open = (opening?: Parameters<typeof openPage>[2]) => openPage(browser, partner.origin, opening);
  const ask = (headers: Record<string, string>) =>
    fetch(`${service.address}/api/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ question: QUESTION }),
    });

  test('on an origin that isn’t allowed shows nothing, and the page learns nothing', async () => {
    const { page, complaints } = await openPage(browser, stranger.origin);
    await page.getByRole('button').first().click();
    await expect.poll(() => complaints.join()).toMatch(/frame-ancestors|404/);
    for (const frame of page.frames().slice(1)) expect(await frame.content()).not.toMatch(TOKEN);
    expect(await page.frames()[1]?.locator('textarea').count()).toBe(0);
  });

  test('is handed to no page that is not the partner’s, whatever it says it is', async () => {
    const framed = (referer: string) =>
      fetch(`${service.address}/embed/demo?origin=${encodeURIComponent(partner.origin)}`, {
        headers: { Referer: referer, 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' },
      });
    expect((await framed(`${partner.origin}/`)).status).toBe(200);
    const refused = await framed(`${stranger.origin}/`);
    expect(refused.status).toBe(404);
    expect(await refused.text()).not.toMatch(TOKEN);
    expect(refused.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('says to browsers on exactly whose pages it may stand', async () => {
    const { headers } = await fetch(`${service.address}/embed/demo`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(/[;,] /).filter((part) => part.startsWith('frame-ancestors'))).toEqual([
      `frame-ancestors ${partner.origin}`,
    ]);
  });

  test('a stolen token is of no use on another origin', async () => {
    const token = await tokenFor(service.address, 'demo');
    const { page } = await openPage(browser, stranger.origin);
    const attempt = await page.evaluate(
      ([url, stolen]) =>
        fetch(`${url}/api/search?q=a`, { headers: { Authorization: `Bearer ${stolen}` } }).then(
          () => 'read',
          () => 'refused',
        ),
      [service.address, token] as const,
    );
    expect(attempt).toBe('refused');
    const bearer = { Authorization: `Bearer ${token}` };
    expect((await ask({ ...bearer, Origin: service.address })).status).toBe(200);
    for (const origin of [stranger.origin, partner.origin, 'null', `${service.address}.evil.cn`]) {
      const response = await ask({ ...bearer, Origin: origin });
      expect([origin, response.status]).toEqual([origin, 403]);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await ask(bearer)).status).toBe(403);
    expect((await ask({ Origin: stranger.origin })).status).toBe(403);
  });

  test('an expired token is renewed, and the session goes on', async () => {
    const longAgo = new Date(Date.now() - 3_600_000);
    const started = Math.floor(longAgo.getTime() / 1000);
    const expired = await issueToken({ partner: 'demo', session: 'one', started }, SECRET, longAgo);
    expect((await ask({ Authorization: `Bearer ${expired}`, Origin: service.address })).status).toBe(401);
    const { page, requests } = await open({
      prepare: (opened) =>
        opened.route('**/embed/demo?*', async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace(TOKEN, expired);
          // The page's inline scripts are named by their hashes, which are others now.
          const { 'content-security-policy': _, ...headers } = response.headers();
          await route.fulfill({ response, body, headers });
        }),
    });
    await page.getByRole('button').first().click();
    const frame = await frameIn(page);
    await sendByKeyboard(page, frame, QUESTION);
    await frame.getByText('第一章 中国—中亚合作结出丰硕成果').waitFor();
    const asked = requests
      .filter((url) => /\/api\/chat|\/token/.test(url))
      .map((url) => new URL(url).pathname);
    expect(asked).toEqual(['/api/chat', '/embed/demo/token', '/api/chat']);
  });

  test('hears nobody but its page, and the page nobody but its frame', async () => {
    const { page } = await open();
    await page.getByRole('button').first().click();
    const frame = await frameIn(page);
    await page.evaluate(() => {
      const forged = document.createElement('iframe');
      document.body.append(forged);
      const run = forged.contentWindow as unknown as { eval(code: string): void };
      run.eval(`
        parent.postMessage({ zhangwen: 1, type: 'close' }, '*');
        parent.document.querySelector('zhangwen-widget').shadowRoot.querySelector('iframe').contentWindow
          .postMessage({ zhangwen: 1, type: 'ask', question: 'forged' }, '*')`);
      postMessage({ zhangwen: 1, type: 'close' }, '*');
    });
    await page.waitForTimeout(500);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(await frame.getByText('forged').count()).toBe(0);
  });

  test('has no violation that axe knows, closed, open and answered', async () => {
    const axe = (await import('axe-core')).default.source;
    const { page } = await open();
    const check = async (where: { evaluate: typeof page.evaluate }) => {
      await where.evaluate(axe);
      const found = await where.evaluate(
        'axe.run({ iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join()))',
      );
      expect(found).toEqual([]);
    };
    await page.evaluate("document.querySelector('main').innerHTML = '<h1>示范网</h1>'");
    await page.getByRole('button').first().waitFor();
    await check(page);
    await page.getByRole('button').first().click();
    const frame = await frameIn(page);
    await check(page);
    await check(frame);
    await askByKeyboard(page, frame, '中国同中亚国家的贸易额是多少？');
    await citation(frame).click();
    await frame.locator('dialog mark').first().waitFor();
    await check(frame);
  });

  test('a mistake in the partners file is told with its line, and everyone stays', async () => {
    await service.writePartners('{ "partners": [\n  { "id": "demo", }\n] }');
    await expect.poll(() => service.output(), { timeout: 5_000 }).toMatch(/partners\.json:2: not valid JSON/);
    expect((await fetch(`${service.address}/embed/demo`)).status).toBe(200);
  });

  test('a partner who is disabled is out at once, with the tokens that were given', async () => {
    await service.writePartners(entries());
    const token = await tokenFor(service.address, 'demo');
    await service.writePartners(entries(false));
    await expect
      .poll(async () => (await fetch(`${service.address}/embed/demo`)).status, { timeout: 5_000 })
      .toBe(404);
    const response = await ask({ Authorization: `Bearer ${token}`, Origin: service.address });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown-partner' } });
  });
});
