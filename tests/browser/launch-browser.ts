import { access } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a Chromium, should the one that npm brings not run. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Started as root it must not sandbox itself; nothing of it may reach for the network. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Launch = { readonly browser: Browser } | { readonly reason: string };

/** A browser, or why there is none. */
export async function launchBrowser(): Promise<Launch> {
  const reasons: string[] = [];
  for (const find of [() => sparticuz.executablePath(), ...SYSTEM_BROWSERS.map((path) => async () => path)]) {
    try {
      const executablePath = await find();
      await access(executablePath);
      return { browser: await chromium.launch({ executablePath, args: ARGUMENTS }) };
    } catch (error) {
      reasons.push((error as Error).message.split('\n')[0] ?? '');
    }
  }
  return { reason: reasons.join('; ') };
}
