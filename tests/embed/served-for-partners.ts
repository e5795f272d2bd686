import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lock } from 'proper-lockfile';
import type { PartnerEntry } from '../../lib/partners/partner.ts';

/** Minutes that a build and an index from nothing take on a slow machine. */
export const START_TIMEOUT = 8 * 60_000;
/** Known to the tests, so that they can sign tokens that are over. */
export const TOKEN_SECRET = 'a secret that only these tests know, long enough';

export interface Service {
  readonly address: string;
  /** Where its heap can be looked at. */
  readonly inspector: string;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Replaces the partners file; a text is written as it is. */
  readonly writePartners: (partners: readonly PartnerEntry[] | string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The whole app as `npm start` serves it, on a port of its own, with these partners. */
export async function serve(partners: readonly PartnerEntry[]): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'served-'));
  const partnersFile = join(folder, 'partners.json');
  const writePartners: Service['writePartners'] = (changed) =>
    writeFile(partnersFile, typeof changed === 'string' ? changed : JSON.stringify({ partners: changed }));
  await writePartners(partners);
  // Whoever starts first builds, and the others wait.
  const release = await lock('package.json', {
    stale: 120_000,
    retries: { retries: 900, factor: 1, minTimeout: 500 },
  });
  const server = spawn('node', ['--inspect=0', 'scripts/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`,
      PORT: '0',
      PARTNERS_FILE: partnersFile,
      TOKEN_SECRET,
    },
    stdio: 'pipe',
  });
  let output = '';
  const address = await new Promise<string>((found, failed) => {
    const onOutput = (chunk: Buffer) => {
      output += chunk;
      const [, printed] = /^(http:\/\/127\.0\.0\.1:\d+)$/m.exec(output) ?? [];
      if (printed) found(printed);
    };
    server.stdout.on('data', onOutput);
    server.stderr.on('data', onOutput);
    server.once('exit', () => failed(new Error(`The service did not start:\n${output}`)));
  }).finally(release);
  return {
    address,
    inspector: /ws:\/\/\S+/.exec(output)?.[0] ?? '',
    output: () => output,
    writePartners,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

export interface Site {
  readonly origin: string;
  /** What the site answers with, from now on. */
  show(page: { readonly html: string; readonly policy?: string }): void;
  readonly stop: () => Promise<void>;
}

/** Somebody else's site, on an origin of its own. `localhost` and `127.0.0.1` are two sites to a browser. */
export async function site(host: 'localhost' | '127.0.0.1' = 'localhost'): Promise<Site> {
  let shown: { readonly html: string; readonly policy?: string } = { html: '' };
  const server = createServer((_, response) => {
    const policy = shown.policy && { 'Content-Security-Policy': shown.policy };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...policy });
    response.end(shown.html);
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    show(page) {
      shown = page;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A token as a partner's frame gets it. */
export async function tokenFor(address: string, partner: string): Promise<string> {
  const page = await (await fetch(`${address}/embed/${partner}`)).text();
  const [token] = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(page) ?? [];
  if (!token) throw new Error(`No token in the frame of ${partner}`);
  return token;
}
