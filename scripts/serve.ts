import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import next from 'next';
import type { Settings } from '../lib/settings.ts';
import { listen } from './listen.ts';
import { servePages } from './serve-pages.ts';

type ServeSettings = Pick<Settings, 'host' | 'port' | 'publicUrl'>;

/**
 * Serves the built web app in `directory`, prints the address and ends when the process is told to.
 * @param warm is through with the app before anyone can reach it
 */
export async function serve(
  { host, port, publicUrl }: ServeSettings,
  directory = '.',
  warm: (handler: RequestListener) => Promise<void> = async () => {},
): Promise<void> {
  const app = next({ dev: false, dir: directory, hostname: host, port });
  await app.prepare();
  const handler = servePages(app.getRequestHandler());
  await warm(handler);
  const server = createServer((request, response) => {
    nameClient(request);
    handler(request, response);
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  await listen(server, host, port);
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
function stop(server: Server): void {
  const GRACE_MILLISECONDS = 5_000;
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
}
