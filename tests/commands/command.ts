import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** `npm run` or `npm start`, as someone types it in a shell: without what the test runner adds to the environment. */
export function npm(args: readonly string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|VITEST.*|TEST|DEBUG)$/.test(name),
  );
  return spawn('npm', args, {
    env: { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that a test can tell whether anything of it is left.
    detached: true,
  });
}

/** Runs `npm run COMMAND -- …` to its end. */
export async function run(
  command: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const child = npm(['run', '--silent', command, '--', ...args], settings);
  const [[status], output, errors] = await Promise.all([
    once(child, 'exit'),
    all(child.stdout),
    all(child.stderr),
  ]);
  return { status, output, errors };
}

function all(stream: ChildProcess['stdout']): Promise<string> {
  return stream ? text(stream) : Promise.resolve('');
}
