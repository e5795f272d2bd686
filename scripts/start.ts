import { spawnSync } from 'node:child_process';
import { readSettings } from '../lib/settings.ts';
import { buildIsCurrent } from './build-state.ts';
import { checkInstallation } from './check-installation.ts';
import { run } from './command.ts';
import { serve } from './serve.ts';
import { warmRoutes } from './warm-routes.ts';

/** Builds what is missing, serves, and prints the address last. Ends when the process is told to. */
await run(async () => {
  await checkInstallation();
  const settings = readSettings();
  // Nothing to do, and quick about it, when the index is what the corpus would make.
  runToEnd('node', ['scripts/ingest.ts']);
  if (!(await buildIsCurrent())) runToEnd('npx', ['next', 'build']);
  await serve(settings, '.', warmRoutes);
});

function runToEnd(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed; its message stands above`);
}
