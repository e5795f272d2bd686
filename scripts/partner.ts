import { buildLoader } from '../app/widget/build-loader.ts';
import { loaderFileName, loaderIntegrity } from '../app/widget/published-loader.ts';
import { editPartners, readPartners } from '../lib/partners/edit-partners.ts';
import { embedLines } from '../lib/partners/embed-lines.ts';
import { frameAncestors } from '../lib/partners/frame-ancestors.ts';
import type { Partner } from '../lib/partners/partner.ts';
import { readSettings, type Settings } from '../lib/settings.ts';
import { readArguments, run, UsageError } from './command.ts';

const USAGE = `Usage: npm run partner -- add ID --name NAME --origin https://www.example.cn [--origin …] [--colour #1f6f5c]
       npm run partner -- list
       npm run partner -- check ID
       npm run partner -- disable ID
       npm run partner -- enable ID`;

/** Milliseconds that a service on the same machine or network needs, and more. */
const PATIENCE = 2_000;

await run(async () => {
  const { values, positionals } = readArguments(USAGE, {
    name: { type: 'string' },
    origin: { type: 'string', multiple: true },
    colour: { type: 'string' },
  });
  const [command, id, ...rest] = positionals;
  if (rest.length > 0 || (command === 'list') === (id !== undefined)) throw new UsageError(USAGE);
  const settings = readSettings();
  if (command === 'list') return list(await readPartners(settings.partnersFile), settings.partnersFile);
  if (command === 'add') return add(settings, id ?? '', values);
  if (command === 'check') return check(settings, id ?? '');
  if (command === 'disable' || command === 'enable') return enable(settings, id ?? '', command === 'enable');
  throw new UsageError(USAGE);
});

function list(partners: readonly Partner[], path: string): void {
  if (partners.length === 0) console.log(`No partners in ${path} yet: npm run partner -- add ID …`);
  for (const { id, name, enabled, origins } of partners) {
    console.log(`${id}\t${enabled ? 'enabled' : 'disabled'}\t${name}\t${origins.join(' ')}`);
  }
}

interface AddOptions {
  readonly name?: string | undefined;
  readonly origin?: string[] | undefined;
  readonly colour?: string | undefined;
}

async function add(settings: Settings, id: string, { name, origin, colour }: AddOptions): Promise<void> {
  if (!name || !origin) throw new UsageError(USAGE);
  const entry = { id, name, origins: origin, enabled: true, ...(colour && { look: { colour } }) };
  await editPartners(settings.partnersFile, (partners) => [...partners, entry]);
  console.log(`Added ${id} to ${settings.partnersFile}. A running service takes it up within a second.`);
  await check(settings, id);
}

async function enable({ partnersFile }: Settings, id: string, enabled: boolean): Promise<void> {
  await find(partnersFile, id);
  await editPartners(partnersFile, (partners) =>
    partners.map((partner) => (partner.id === id ? { ...partner, enabled } : partner)),
  );
  console.log(`${id} is ${enabled ? 'enabled' : 'disabled'}. A running service takes it up within a second.`);
}

async function check(settings: Settings, id: string): Promise<void> {
  const partner = await find(settings.partnersFile, id);
  const host = addressOf(settings);
  const source = await buildLoader();
  const pinned = { fileName: loaderFileName(source), integrity: loaderIntegrity(source) };
  const lines = embedLines(partner, host, pinned);
  const { perAddress, perSession, questionsPerDay, modelTokensPerDay } = partner.budgets;
  console.log(`${partner.name} (${id}): ${partner.enabled ? 'enabled' : 'disabled'}
Pages that may show it: ${partner.origins.join(' ')}
Questions: ${perAddress.questions} in ${perAddress.seconds} s an address, ${perSession.questions} in ${perSession.seconds} s a visit, ${questionsPerDay} a day; ${modelTokensPerDay} model tokens a day
The service: ${await stateOf(host, partner)}

Paste before </body>:
${lines.script}

The same, pinned to this version:
${lines.pinned}

Without scripts:
${lines.frame}

If the page has a Content-Security-Policy, it must allow:
${lines.policy}`);
}

async function find(path: string, id: string): Promise<Partner> {
  const partners = await readPartners(path);
  const partner = partners.find((candidate) => candidate.id === id);
  if (partner) return partner;
  const known = partners.map((candidate) => candidate.id).join(', ') || 'none';
  throw new Error(`There is no partner “${id}” in ${path}. Known: ${known}`);
}

function addressOf({ publicUrl, host, port }: Settings): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whether the service that runs has taken the partner up as the file says. */
async function stateOf(host: string, partner: Partner): Promise<string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const { headers } = await fetch(`${host}/embed/${partner.id}`, { method: 'HEAD', signal });
    const policy = headers.get('content-security-policy') ?? '';
    const expected = frameAncestors(partner.enabled ? partner : undefined);
    const asExpected = policy.split(/[;,] /).includes(expected);
    return asExpected ? `${host} answers as the file says` : `${host} does not follow this file: ${policy}`;
  } catch {
    return `not reachable at ${host} (set PUBLIC_URL if its address is another)`;
  }
}
