import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export const TRADE = '2024年中国同中亚国家的贸易总额是多少？';

/** Milliseconds that anything on a page may take before a test gives it up. */
const PATIENCE = 15_000;

/** A reader with a browser of their own, Chinese unless said otherwise. What the console complains of fails the test. */
export async function withReader(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { readonly complaints?: boolean },
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const { complaints: allowed = false, ...context } = options;
  const reader = await browser.newContext({ baseURL: address, locale: 'zh-CN', ...context });
  const page = await reader.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  try {
    await visit(page);
  } finally {
    await reader.close();
  }
  expect(foreign).toEqual([]);
  if (!allowed) expect(complaints).toEqual([]);
}

export async function ask(page: Page, question: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await send(page, question);
  await answered(page);
}

/** Types and sends. What is typed before the page's script runs can be sent once it has been noticed. */
export async function send(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question);
  await page.locator('form button[type=submit]:enabled').waitFor();
  await page.getByRole('textbox').press('Enter');
}

export async function answered(page: Page, count = 1): Promise<void> {
  await page
    .getByRole('button', { name: /复制答案|Copy the answer|Копировать ответ/ })
    .nth(count - 1)
    .waitFor();
}

export function chips(page: Page) {
  return page.getByRole('log').getByRole('link', { name: /^\[\d+\]/ });
}
