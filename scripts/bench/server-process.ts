import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const START_TIMEOUT_MILLISECONDS = 300_000;
/** Linux counts a process's time in hundredths of a second, whatever the kernel's own clock. */
const MILLISECONDS_A_TICK = 10;
const ADDRESS = /^https?:\/\/\S+$/;

/** A server in a process of its own, on this machine only. */
export class ServerProcess {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(address: string, child: ChildProcess) {
    this.address = address;
    this.#child = child;
  }

  /** Runs a script that serves and prints its address last. */
  static async start(script: string, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, HOST: '127.0.0.1', PUBLIC_URL: '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.once('exit', () => child.kill());
    const timer = setTimeout(() => child.kill(), START_TIMEOUT_MILLISECONDS);
    for await (const line of createInterface({ input: child.stdout })) {
      if (!ADDRESS.test(line)) continue;
      clearTimeout(timer);
      child.stdout.resume();
      return new ServerProcess(line, child);
    }
    clearTimeout(timer);
    throw new Error(`${script} ended before it served`);
  }

  /** Resident memory in bytes. */
  memory(): number {
    const pid = this.#child.pid ?? 0;
    const kibibytes =
      process.platform === 'linux'
        ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(kibibytes) * 1024;
  }

  /** Milliseconds of all cores that it has used; undefined where the system doesn't say. */
  cpuTime(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    // proc(5): user and system time are the 14th and 15th field; the second may itself hold spaces.
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}
