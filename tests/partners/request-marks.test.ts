import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../lib/partners/request-marks.ts';

const PUBLIC = 'https://ask.example.cn';
type Marks = Readonly<Record<string, string>>;

const CASES: readonly [what: string, publicUrl: string | undefined, marks: Marks, source: string][] = [
  [
    'our own page',
    PUBLIC,
    { host: 'ask.example.cn', origin: PUBLIC, 'sec-fetch-site': 'same-origin' },
    'own',
  ],
  [
    'our own page, asking with GET',
    PUBLIC,
    { host: 'ask.example.cn', 'sec-fetch-site': 'same-origin' },
    'own',
  ],
  ['an address that was typed', PUBLIC, { host: 'ask.example.cn', 'sec-fetch-site': 'none' }, 'own'],
  ['a script', PUBLIC, { host: 'ask.example.cn' }, 'none'],
  [
    'another site',
    PUBLIC,
    { host: 'ask.example.cn', origin: 'https://evil.cn', 'sec-fetch-site': 'cross-site' },
    'foreign',
  ],
  [
    'another site, asking with GET',
    PUBLIC,
    { host: 'ask.example.cn', 'sec-fetch-site': 'cross-site' },
    'foreign',
  ],
  [
    'a neighbour under the same domain',
    PUBLIC,
    { host: 'ask.example.cn', origin: 'https://www.example.cn', 'sec-fetch-site': 'same-site' },
    'foreign',
  ],
  [
    'an old browser on another site',
    PUBLIC,
    { host: 'ask.example.cn', origin: 'https://evil.cn' },
    'foreign',
  ],
  ['an old browser on our own page', PUBLIC, { host: 'ask.example.cn', origin: PUBLIC }, 'own'],
  ['our address over http', PUBLIC, { host: 'ask.example.cn', origin: 'http://ask.example.cn' }, 'foreign'],
  [
    'our name with a suffix',
    PUBLIC,
    { host: 'ask.example.cn', origin: 'https://ask.example.cn.evil.cn' },
    'foreign',
  ],
  ['a sandbox or a file', PUBLIC, { host: 'ask.example.cn', origin: 'null' }, 'foreign'],
  [
    'an origin and a mark that contradict each other',
    PUBLIC,
    { host: 'ask.example.cn', origin: 'https://evil.cn', 'sec-fetch-site': 'same-origin' },
    'foreign',
  ],
  [
    'a name that was bound to our address',
    PUBLIC,
    { host: 'evil.cn', origin: 'https://evil.cn', 'sec-fetch-site': 'same-origin' },
    'foreign',
  ],
  [
    'the operator, on the machine itself',
    PUBLIC,
    { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
    'own',
  ],
  [
    'no public address: the host’s own',
    undefined,
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
    'own',
  ],
  [
    'no public address: another port',
    undefined,
    { host: 'localhost:3000', origin: 'http://localhost:3001' },
    'foreign',
  ],
  [
    'no public address: behind a proxy that speaks TLS',
    undefined,
    { host: 'ask.cn', origin: 'https://ask.cn' },
    'own',
  ],
  [
    'a mark that no browser sends',
    PUBLIC,
    { host: 'ask.example.cn', 'sec-fetch-site': 'Same-Origin' },
    'foreign',
  ],
];

describe('A request comes from', () => {
  test.each(CASES)('%s', (_what, publicUrl, marks, source) => {
    expect(sourceOf(new Headers(marks), publicUrl)).toBe(source);
  });
});
