import { spawnSync } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import next from 'next';
import { readSettings, type Settings } from '../lib/settings.ts';
import { buildIsCurrent } from './build-state.ts';
import { checkInstallation } from './check-installation.ts';
import { run } from './command.ts';
import { servePages } from './serve-pages.ts';

/** Builds what is missing, serves, and prints the address last. Ends when the process is told to. */
await run(async () => {
  await checkInstallation();
  const settings = readSettings();
  // Nothing to do, and quick about it, when the index is what the corpus would make.
  runToEnd('node', ['scripts/ingest.ts']);
  if (!(await buildIsCurrent())) runToEnd('npx', ['next', 'build']);
  await serve(settings);
});

function runToEnd(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed; its message stands above`);
}

async function serve({ host, port, publicUrl }: Settings): Promise<void> {
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const servePage = servePages(app.getRequestHandler());
  const server = createServer((request, response) => {
    nameClient(request);
    servePage(request, response);
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenFailure(error, host, port))),
    );
    server.listen(port, host, resolve);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server));
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  console.log(publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`);
  await closed;
}

/** Adds who connected to what proxies said before them: the one hop that nobody can make up. */
function nameClient({ headers, socket }: IncomingMessage): void {
  const before = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = [before ?? [], socket.remoteAddress ?? 'unknown'].flat().join(', ');
}

/** Answers under way are finished; idle connections are not waited for. */
function stop(server: ReturnType<typeof createServer>): void {
  const GRACE_MILLISECONDS = 5_000;
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Choose another: PORT=3001 npm start`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
