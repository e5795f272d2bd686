import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { indexedCorpus } from '../indexed-corpus.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { npm } from './command.ts';

/** The first start of a checkout builds the web app. */
const BUILD_TIMEOUT = 240_000;

interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly errors: string[];
  readonly ended: Promise<unknown[]>;
}

function start(settings: Readonly<Record<string, string>>): Started {
  const child = npm(['start', '--silent'], settings);
  onTestFinished(() => endGroup(child));
  const lines: string[] = [];
  const errors: string[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(line));
  if (child.stderr) createInterface(child.stderr).on('line', (line) => errors.push(line));
  return { child, lines, errors, ended: once(child, 'exit') };
}

/** Whether anything that the command started still runs. */
function groupRuns({ pid }: ChildProcess): boolean {
  try {
    return pid !== undefined && process.kill(-pid, 0);
  } catch {
    return false;
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined && groupRuns(child)) process.kill(-child.pid, 'SIGKILL');
}

describe('npm start', () => {
  it('refuses a port that is taken with a sentence, before it does any work', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { ended, lines, errors } = start({ PORT: String(port), DATA_DIR: await temporaryDirectory() });
    expect((await ended)[0]).toBe(1);
    expect(errors).toEqual([
      `Port ${port} on 127.0.0.1 is taken. Choose another: PORT=${port + 1} npm start`,
    ]);
    expect(lines).toEqual([]);
  });

  it('names a setting that is wrong', async () => {
    const { ended, errors } = start({ PORT: 'http' });
    expect((await ended)[0]).toBe(1);
    expect(errors).toEqual([expect.stringContaining('PORT=http is not usable')]);
  });

  it('leaves nothing running when it is ended while it builds the index', async () => {
    const { child, ended, lines } = start({ PORT: '0', DATA_DIR: await temporaryDirectory() });
    await vi.waitFor(() => expect(lines.join('\n')).toContain('Embeddings'), 60_000);
    child.kill('SIGTERM');
    await ended;
    await vi.waitFor(() => expect(groupRuns(child)).toBe(false), 5_000);
  });

  it(
    'serves, prints its address last, and is gone after SIGTERM',
    async () => {
      const { child, ended, lines } = start({ PORT: '0', DATA_DIR: await indexedCorpus() });
      const serving = vi.waitFor(
        () => expect(lines.at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/),
        BUILD_TIMEOUT,
      );
      await Promise.race([serving, ended.then(() => expect(lines.join('\n')).toBe('still running'))]);
      const address = lines.at(-1);
      const health = await fetch(`${address}/api/health`);
      expect(await health.json()).toMatchObject({ status: 'ok' });
      const question = JSON.stringify({ question: '鲁班工坊是什么？' });
      const answer = await fetch(`${address}/api/ask`, { method: 'POST', body: question });
      expect((await answer.json()).citations.length).toBeGreaterThan(0);

      child.kill('SIGTERM');
      await ended;
      await vi.waitFor(() => expect(groupRuns(child)).toBe(false), 10_000);
      await expect(fetch(`${address}/api/health`)).rejects.toThrow();
    },
    BUILD_TIMEOUT + 60_000,
  );
});
