import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  type EmbedSession,
  issueToken,
  readRenewable,
  readToken,
  SESSION_SECONDS,
  TOKEN_SECONDS,
} from '../../lib/partners/token.ts';

const SECRET = new TextEncoder().encode('a secret of at least thirty-two bytes');
const OTHER_SECRET = new TextEncoder().encode('another one of at least thirty-two bytes');
const NOW = new Date('2026-11-23T08:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const SESSION: EmbedSession = { partner: 'demo', session: 'one', started: SECONDS };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const good = await issueToken(SESSION, SECRET, NOW);
const [header = '', payload = '', signature = ''] = good.split('.');
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const CLAIMS = {
  iss: 'zhangwen',
  aud: 'zhangwen:embed',
  sub: 'demo',
  sid: 'one',
  started: SECONDS,
  iat: SECONDS,
  exp: SECONDS + TOKEN_SECONDS,
};

/** A token that our own secret signed, otherwise made than ours are. */
function signed(claims: Record<string, unknown>, protectedHeader = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'embed+jwt', ...protectedHeader })
    .sign(SECRET);
}

const READ: readonly [what: string, token: string, at: Date, outcome: 'good' | 'expired' | 'invalid'][] = [
  ['a fresh token', good, NOW, 'good'],
  ['one in its last second', good, later(TOKEN_SECONDS - 1), 'good'],
  ['one whose time has just ended', good, later(TOKEN_SECONDS), 'expired'],
  ['one replayed a day later', good, later(86_400), 'expired'],
  ['one from the future', good, later(-60), 'invalid'],
  ['nothing', '', NOW, 'invalid'],
  ['a word', 'token', NOW, 'invalid'],
  ['two parts', `${header}.${payload}`, NOW, 'invalid'],
  ['no signature', `${header}.${payload}.`, NOW, 'invalid'],
  ['another’s signature', await issueToken(SESSION, OTHER_SECRET, NOW), NOW, 'invalid'],
  ['a cut signature', good.slice(0, -4), NOW, 'invalid'],
  [
    'another partner under the same signature',
    `${header}.${encoded({ ...CLAIMS, sub: 'other' })}.${signature}`,
    NOW,
    'invalid',
  ],
  [
    'a longer life under the same signature',
    `${header}.${encoded({ ...CLAIMS, exp: SECONDS + 86_400 })}.${signature}`,
    NOW,
    'invalid',
  ],
  ['algorithm none', `${encoded({ alg: 'none', typ: 'embed+jwt' })}.${payload}.`, NOW, 'invalid'],
  ['algorithm None', `${encoded({ alg: 'None', typ: 'embed+jwt' })}.${payload}.${signature}`, NOW, 'invalid'],
  [
    'algorithm HS384 with our secret',
    await signed({}, { alg: 'HS384' }).catch(() => 'unsignable'),
    NOW,
    'invalid',
  ],
  [
    'algorithm RS256 named over our signature',
    `${encoded({ alg: 'RS256', typ: 'embed+jwt' })}.${payload}.${signature}`,
    NOW,
    'invalid',
  ],
  ['another type', await signed({}, { typ: 'JWT' }), NOW, 'invalid'],
  [
    'a critical header that we do not know',
    `${encoded({ alg: 'HS256', typ: 'embed+jwt', crit: ['x'], x: 1 })}.${payload}.${signature}`,
    NOW,
    'invalid',
  ],
  ['another issuer', await signed({ iss: 'evil' }), NOW, 'invalid'],
  ['another audience', await signed({ aud: 'zhangwen:admin' }), NOW, 'invalid'],
  ['no partner', await signed({ sub: undefined }), NOW, 'invalid'],
  ['an empty partner', await signed({ sub: '' }), NOW, 'invalid'],
  ['no session', await signed({ sid: undefined }), NOW, 'invalid'],
  ['a session that is a number', await signed({ sid: 1 }), NOW, 'invalid'],
  ['no end', await signed({ exp: undefined }), NOW, 'invalid'],
  ['no beginning', await signed({ iat: undefined }), NOW, 'invalid'],
  ['a life of a day, signed by us', await signed({ exp: SECONDS + 86_400 }), NOW, 'invalid'],
  ['not yet valid', await signed({ nbf: SECONDS + 60 }), NOW, 'invalid'],
  ['a session that begins later than its token', await signed({ started: SECONDS + 60 }), NOW, 'invalid'],
];

describe('A token', () => {
  test.each(READ)('%s', async (_what, token, at, outcome) => {
    const { session, problem } = await readToken(token, SECRET, at);
    expect(problem ?? 'good').toBe(outcome);
    if (outcome === 'good') expect(session).toEqual(SESSION);
  });
});

const RENEWED: readonly [what: string, token: string, partner: string, at: Date, renewable: boolean][] = [
  ['a fresh token', good, 'demo', NOW, true],
  ['an expired one', good, 'demo', later(TOKEN_SECONDS + 60), true],
  ['one of a session’s last second', good, 'demo', later(SESSION_SECONDS - 1), true],
  ['one of a session that is over', good, 'demo', later(SESSION_SECONDS), false],
  ['one of another partner', good, 'other', NOW, false],
  ['an expired one of another partner', good, 'other', later(TOKEN_SECONDS + 60), false],
  [
    'an expired one that another signed',
    await issueToken(SESSION, OTHER_SECRET, NOW),
    'demo',
    later(1_000),
    false,
  ],
  ['one from the future', good, 'demo', later(-60), false],
  ['none', '', 'demo', NOW, false],
];

describe('Renewal for', () => {
  test.each(RENEWED)('%s', async (_what, token, partner, at, renewable) => {
    const { session } = await readRenewable(token, partner, SECRET, at);
    expect(session !== undefined).toBe(renewable);
  });

  test('a session goes on from token to token, and still ends', async () => {
    let token = good;
    let at = 0;
    for (; at + 840 < SESSION_SECONDS; at += 840) {
      const { session } = await readRenewable(token, 'demo', SECRET, later(at));
      expect(session).toEqual(SESSION);
      token = await issueToken(session ?? SESSION, SECRET, later(at));
    }
    expect((await readRenewable(token, 'demo', SECRET, later(SESSION_SECONDS))).problem).toBe('invalid');
  });
});
