import { readSettings } from '../lib/settings.ts';
import { buildIsCurrent } from './build-state.ts';
import { checkInstallation } from './check-installation.ts';
import { run } from './command.ts';
import { checkPort } from './listen.ts';
import { runToEnd } from './run-to-end.ts';
import { serve } from './serve.ts';
import { warmRoutes } from './warm-routes.ts';

/** Builds what is missing, serves, and prints the address last. Ends when the process is told to. */
await run(async () => {
  await checkInstallation();
  const settings = readSettings();
  await checkPort(settings.host, settings.port);
  // Nothing to do, and quick about it, when the index is what the corpus would make.
  await runToEnd('node', ['scripts/ingest.ts', '--again']);
  if (!(await buildIsCurrent())) await runToEnd('node', ['node_modules/next/dist/bin/next', 'build']);
  await serve(settings, '.', warmRoutes);
});
