import { spawn } from 'node:child_process';
import { once } from 'node:events';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Runs another command to its end, its output among ours. Whoever ends this process ends that one.
 * @throws when it fails; its own message has been shown by then
 */
export async function runToEnd(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  const [status, signal] = await once(child, 'exit');
  for (const signal of SIGNALS) process.off(signal, pass);
  const line = [command, ...args].join(' ');
  if (signal) throw new Error(`${line} was ended by ${signal}`);
  if (status !== 0) throw new Error(`${line} failed; its message stands above`);
}
