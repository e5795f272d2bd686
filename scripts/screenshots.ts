import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/browser/launch-browser.ts';
import { readArguments, run, UsageError } from './command.ts';

const USAGE = 'Usage: npm run screenshots -- [--only NAME] http://127.0.0.1:3000 (a server that runs)';
const FOLDER = 'docs/screenshots';
/** These stand in the README, and are kept in git, as small files. */
const README = [
  'opening.desk.light',
  'answer-report.desk.light',
  'read-marked.desk.dark',
  'answer.phone.dark',
];
const WIDTHS = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1100 },
  desk: { width: 1440, height: 900 },
};
/** Milliseconds for scrolling and transitions to end. */
const SETTLE = 700;
const THEMES = ['light', 'dark'] as const;

type Scene = (page: Page) => Promise<void>;

/** Every page and state, by name; each leaves the page as it is to be seen. */
const SCENES: Readonly<Record<string, Scene>> = {
  opening: async (page) => {
    await page.goto('/');
  },
  'opening-en': async (page) => {
    await chooseLanguage(page, 'en');
  },
  'opening-ru': async (page) => {
    await chooseLanguage(page, 'ru');
  },
  answer: async (page) => {
    await ask(page, '中国同中亚国家在能源领域有哪些合作？');
  },
  'answer-quotation': async (page) => {
    await ask(page, '2024年中国同中亚国家的贸易总额是多少？');
    const chip = page
      .getByRole('log')
      .getByRole('link', { name: /^\[1\]/ })
      .first();
    await chip.hover();
    await page.getByRole('tooltip').waitFor();
  },
  'answer-report': async (page) => {
    await ask(page, '2024年中国同中亚国家的贸易总额是多少？');
    await page
      .getByRole('log')
      .getByRole('link', { name: /^\[1\]/ })
      .first()
      .click();
    await page.locator('dialog mark').waitFor();
  },
  outline: async (page) => {
    await ask(page, '这份报告分几章？');
  },
  chapter: async (page) => {
    await ask(page, '第二章讲什么？');
  },
  refusal: async (page) => {
    await ask(page, '今天北京的天气怎么样？');
  },
  offline: async (page) => {
    await page.goto('/');
    await page.getByRole('textbox').fill('2024年中国同中亚国家的贸易总额是多少？');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await page
      .getByText(/网络断开|没有回应/)
      .first()
      .waitFor();
  },
  conversations: async (page) => {
    await ask(page, '2024年中国同中亚国家的贸易总额是多少？');
    await page.getByRole('button', { name: '我的提问' }).click();
  },
  read: async (page) => {
    await page.goto('/read');
  },
  'read-section': async (page) => {
    await page.goto('/read/report#c1-s1');
  },
  'read-marked': async (page) => {
    await page.goto('/read/report/c1-s1-p1.2-3#c1-s1-p1');
  },
  'read-ru': async (page) => {
    await chooseLanguage(page, 'ru', '/read/report');
  },
  'not-found': async (page) => {
    await page.goto('/read/report/c9-p1');
  },
};

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { only: { type: 'string' } });
  const [address] = positionals;
  if (!address) throw new UsageError(USAGE);
  const launch = await launchBrowser();
  if ('reason' in launch) throw new Error(`No browser starts: ${launch.reason}`);
  await mkdir(FOLDER, { recursive: true });
  const scenes = Object.entries(SCENES).filter(
    ([name]) => !values.only || name.startsWith(String(values.only)),
  );
  for (const [name, scene] of scenes) await takeAll(launch.browser, address, name, scene);
  await launch.browser.close();
});

async function takeAll(browser: Browser, address: string, name: string, scene: Scene): Promise<void> {
  for (const theme of THEMES) {
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      const context = await browser.newContext({
        baseURL: address,
        viewport,
        colorScheme: theme,
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await scene(page);
      await page.waitForTimeout(SETTLE);
      const view = `${name}.${width}.${theme}`;
      await page.screenshot({ path: join(FOLDER, `${view}.png`) });
      if (README.includes(view)) {
        await page.screenshot({ path: join(FOLDER, 'readme', `${view}.jpg`), quality: 70 });
      }
      await context.close();
    }
  }
  console.log(name);
}

async function ask(page: Page, question: string): Promise<void> {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '复制答案' }).waitFor();
}

async function chooseLanguage(page: Page, language: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator(`a[hreflang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}
