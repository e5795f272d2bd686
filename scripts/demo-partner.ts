import { createServer } from 'node:http';
import { editPartners } from '../lib/partners/edit-partners.ts';
import { readSettings } from '../lib/settings.ts';
import { run, UsageError } from './command.ts';
import { demoPage } from './demo-partner-page.ts';

const USAGE = 'Usage: npm run demo:partner   (DEMO_PORT and the service’s own settings from the environment)';
const ID = 'demo';

/** A stand-in for a partner's site: another origin, a strict CSP, the one line of HTML. Serves until it is stopped. */
await run(async () => {
  if (process.argv.length > 2) throw new UsageError(USAGE);
  const { partnersFile, publicUrl, host, port, demoPort } = readSettings();
  const service = publicUrl ?? `http://${host}:${port}`;
  // “localhost” and “127.0.0.1” are two sites to a browser, as a partner's and ours are.
  const origin = `http://localhost:${demoPort}`;
  await editPartners(partnersFile, (partners) =>
    partners.some(({ id }) => id === ID)
      ? partners.map((partner) => (partner.id === ID ? withOrigin(partner, origin) : partner))
      : [...partners, { id: ID, name: '示范网', origins: [origin], enabled: true }],
  );
  const { html, policy } = demoPage(service, ID);
  const server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(found ? html : '');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(demoPort, 'localhost', resolve);
  });
  console.log(
    `A partner’s page, showing ${service} (start it with npm start in another terminal):\n${origin}`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
});

function withOrigin<Entry extends { origins: string[] }>(entry: Entry, origin: string): Entry {
  return entry.origins.includes(origin) ? entry : { ...entry, origins: [...entry.origins, origin] };
}
