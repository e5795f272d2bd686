import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { lock } from 'proper-lockfile';

export interface ServedApp {
  readonly address: string;
  /** As when the machine goes down: nothing is finished. */
  kill(): Promise<void>;
}

/** `npm start` in a process of its own, on a free port. Builds first where that is needed, one at a time. */
export async function serveApp(port = 0): Promise<ServedApp> {
  const release = await lock('package.json', {
    stale: 120_000,
    retries: { retries: 240, factor: 1, minTimeout: 500 },
  });
  try {
    const server = spawn(process.execPath, ['scripts/start.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        PUBLIC_URL: '',
        CHAT_MODEL: '',
        OPENAI_API_KEY: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { address: await addressOf(server), kill: () => end(server) };
  } finally {
    await release();
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const said: string[] = [];
  server.stderr?.on('data', (chunk) => said.push(String(chunk)));
  if (!server.stdout) throw new Error('The server has no output');
  for await (const line of createInterface(server.stdout)) {
    said.push(line);
    if (/^http:\/\/\S+$/.test(line)) return line;
  }
  throw new Error(`The server did not start:\n${said.join('\n')}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}
