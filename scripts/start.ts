import { createServer } from 'node:http';
import next from 'next';
import { readSettings, type Settings } from '../lib/settings.ts';
import { buildIsCurrent } from './build-state.ts';
import { checkInstallation } from './check-installation.ts';
import { run } from './command.ts';
import { checkPort, listen } from './listen.ts';
import { runToEnd } from './run-to-end.ts';

/** Builds what is missing, serves, and prints the address last. Ends when the process is told to. */
await run(async () => {
  await checkInstallation();
  const settings = readSettings();
  await checkPort(settings.host, settings.port);
  // Nothing to do, and quick about it, when the index is what the corpus would make.
  await runToEnd('node', ['scripts/ingest.ts']);
  if (!(await buildIsCurrent())) await runToEnd('node', ['node_modules/next/dist/bin/next', 'build']);
  await serve(settings);
});

async function serve({ host, port, publicUrl }: Settings): Promise<void> {
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const server = createServer(app.getRequestHandler());
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  await listen(server, host, port);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server));
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  console.log(publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`);
  await closed;
}

/** Answers under way are finished; idle connections are not waited for. */
function stop(server: ReturnType<typeof createServer>): void {
  const GRACE_MILLISECONDS = 5_000;
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
}
