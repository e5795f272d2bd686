import type { Browser, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page, and everything that went wrong on it or in its frames. */
export interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Addresses that were asked for, in order. */
  readonly requests: readonly string[];
}

interface Opening {
  readonly width?: number;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export async function openPage(browser: Browser, url: string, opening: Opening = {}): Promise<Watched> {
  const { width = 1100, prepare } = opening;
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(recordViolations);
  await prepare?.(page);
  await page.goto(url);
  return { page, complaints, requests };
}

/** The frame of a partner, once its question box is there. */
export async function frameIn(page: Page, partner = 'demo'): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().includes(`/embed/${partner}`));
  await expect.poll(() => found()?.locator('textarea').isVisible() ?? false, { timeout: 20_000 }).toBe(true);
  const frame = found();
  if (!frame) throw new Error(`The frame of ${partner} has gone`);
  return frame;
}

/** Types a question where the focus is, sends it and waits for the answer's sources. */
export async function askByKeyboard(page: Page, frame: Frame, question: string): Promise<void> {
  await sendByKeyboard(page, frame, question);
  await citation(frame).waitFor({ timeout: 20_000 });
}

/** The focus comes when the frame's scripts run: what is typed before has nobody to send it. */
export async function sendByKeyboard(page: Page, frame: Frame, question: string): Promise<void> {
  await expect.poll(() => focusedTag(frame), { timeout: 20_000 }).toBe('TEXTAREA');
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
}

export const citation = (frame: Frame) => frame.locator('a[href^="/read/"]').first();
export const focusedTag = (frame: Frame) => frame.evaluate(() => document.activeElement?.tagName);
export const violations = (page: Page) =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

function recordViolations(): void {
  const recorder = window as unknown as { violations: string[] };
  recorder.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    recorder.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}
