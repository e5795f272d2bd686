import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '../../lib/partners/gate.ts';
import { MemoryBudgetStore } from '../../lib/partners/memory-budget-store.ts';
import type { Partner } from '../../lib/partners/partner.ts';
import { PartnerRegister } from '../../lib/partners/partner-register.ts';
import { tokenSecret } from '../../lib/partners/token-secret.ts';

const HOST = 'https://ask.cn';
const OWN = { host: 'ask.cn', origin: HOST, 'x-forwarded-for': '203.0.113.7' };

let folder = '';
let register: PartnerRegister;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gate-'));
  const path = join(folder, 'partners.json');
  const origins = ['https://www.example.cn'];
  const partners = [
    { id: 'demo', name: '示范网', origins },
    { id: 'other', name: '另一网', origins },
  ];
  await writeFile(path, JSON.stringify({ partners }));
  register = await PartnerRegister.open(path, () => {});
});
afterAll(async () => {
  register.close();
  await rm(folder, { recursive: true });
});

async function openGate(publicUrl: string | null = HOST): Promise<Gate> {
  return new Gate({
    partners: register,
    store: new MemoryBudgetStore(),
    secret: await tokenSecret(folder, undefined),
    publicUrl: publicUrl ?? undefined,
    trustedProxies: 0,
    tokensAQuestion: 0,
  });
}

async function tokenOf(gate: Gate, id = 'demo', now = new Date()): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await gate.openSession(gate.partner(id) as Partner, now)}` };
}

const codeOf = async (gate: Gate, headers: Record<string, string>) => {
  const admission = await gate.admit(new Headers(headers), true);
  return admission.granted ? (admission.guest?.partner.id ?? 'own') : admission.code;
};

describe('The gate', () => {
  test('lets a frame in with its token and the browser’s word', async () => {
    const gate = await openGate();
    expect(await codeOf(gate, { ...OWN, ...(await tokenOf(gate)) })).toBe('demo');
  });

  test('lets our own pages and scripts in without a token, and counts them', async () => {
    const gate = await openGate();
    const admission = await gate.admit(new Headers(OWN), true);
    expect(admission.granted && admission.budget?.left).toBe(59);
    expect(await codeOf(gate, { host: 'ask.cn', 'x-forwarded-for': '203.0.113.8' })).toBe('own');
  });

  test('asks for both: a token alone is refused, and so is another site’s word', async () => {
    const gate = await openGate();
    const token = await tokenOf(gate);
    expect(await codeOf(gate, { host: 'ask.cn', ...token })).toBe('foreign-origin');
    expect(await codeOf(gate, { ...OWN, ...token, origin: 'https://www.example.cn' })).toBe('foreign-origin');
    expect(await codeOf(gate, { ...OWN, origin: 'https://evil.cn' })).toBe('foreign-origin');
  });

  test('refuses what is no token of ours, and tells one that is over apart', async () => {
    const gate = await openGate();
    const longAgo = new Date(Date.now() - 3_600_000);
    expect(await codeOf(gate, { ...OWN, authorization: 'Bearer x' })).toBe('token-invalid');
    expect(await codeOf(gate, { ...OWN, authorization: 'Basic x' })).toBe('token-invalid');
    expect(await codeOf(gate, { ...OWN, authorization: '' })).toBe('token-invalid');
    expect(await codeOf(gate, { ...OWN, ...(await tokenOf(gate, 'demo', longAgo)) })).toBe('token-expired');
  });

  test('renews a token for its own partner only, and from our origin only', async () => {
    const gate = await openGate();
    const longAgo = new Date(Date.now() - 3_600_000);
    const token = await tokenOf(gate, 'demo', longAgo);
    const renew = (headers: Record<string, string>, id: string) => gate.renew(new Headers(headers), id);
    const { token: fresh } = await renew({ ...OWN, ...token }, 'demo');
    expect(await codeOf(gate, { ...OWN, authorization: `Bearer ${fresh}` })).toBe('demo');
    expect((await renew({ ...OWN, ...token }, 'other')).code).toBe('token-invalid');
    expect((await renew({ ...OWN, ...token }, 'nobody')).code).toBe('unknown-partner');
    expect((await renew({ ...OWN, ...token, origin: 'https://evil.cn' }, 'demo')).code).toBe(
      'foreign-origin',
    );
    expect((await renew(OWN, 'demo')).code).toBe('token-invalid');
  });

  test('counts nothing on a machine that serves nobody else', async () => {
    const gate = await openGate(null);
    const local = { host: 'localhost:3000', 'x-forwarded-for': '127.0.0.1' };
    for (let count = 0; count < 200; count++) {
      expect((await gate.admit(new Headers(local), true)).granted).toBe(true);
    }
    const proxied = await gate.admit(
      new Headers({ ...local, 'x-forwarded-for': '203.0.113.7, 127.0.0.1' }),
      true,
    );
    expect(proxied.granted && proxied.budget).toBeDefined();
  });

  test('signs with a secret that is made once, and that nobody else may read', async () => {
    const secrets = await Promise.all(Array.from({ length: 5 }, () => tokenSecret(folder, undefined)));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect((await stat(join(folder, 'token-secret'))).mode & 0o777).toBe(0o600);
    await writeFile(join(folder, 'token-secret'), 'short');
    await expect(tokenSecret(folder, undefined)).rejects.toThrow(/does not hold a secret; delete it/);
  });
});
