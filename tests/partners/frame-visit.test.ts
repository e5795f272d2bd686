import { describe, expect, test } from 'vitest';
import { frameAncestors } from '../../lib/partners/frame-ancestors.ts';
import { readFrameVisit } from '../../lib/partners/frame-visit.ts';
import { partnerSchema } from '../../lib/partners/partner.ts';

const WWW = 'https://www.example.cn';
const HOST = 'https://ask.cn';
const partner = (...origins: string[]) => partnerSchema.parse({ id: 'demo', name: '示范网', origins });
const framed = (referer?: string) =>
  new Headers({ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site', ...(referer && { referer }) });

const VISITS: readonly [
  what: string,
  headers: Headers,
  named: string | undefined,
  allowed: boolean,
  talksTo: string | undefined,
][] = [
  ['the partner’s page, by the loader', framed(`${WWW}/`), WWW, true, WWW],
  ['the partner’s page, by a plain frame', framed(`${WWW}/`), undefined, true, undefined],
  ['a page that sends no referrer', framed(), WWW, true, WWW],
  ['another page under the partner’s name', framed('https://evil.cn/'), WWW, false, WWW],
  ['another page under its own name', framed('https://evil.cn/'), 'https://evil.cn', false, undefined],
  ['a name with the partner’s as a prefix', framed(), 'https://www.example.cn.evil.cn', true, undefined],
  ['a name that is null', framed(), 'null', true, undefined],
  [
    'a reader who opened it as a page',
    new Headers({
      'sec-fetch-dest': 'document',
      'sec-fetch-site': 'cross-site',
      referer: 'https://mail.cn/',
    }),
    undefined,
    true,
    undefined,
  ],
  [
    'our own page, in a frame',
    new Headers({ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin', referer: `${HOST}/` }),
    undefined,
    true,
    undefined,
  ],
  [
    'an object element on another page',
    new Headers({ 'sec-fetch-dest': 'object', 'sec-fetch-site': 'cross-site', referer: 'https://evil.cn/' }),
    undefined,
    false,
    undefined,
  ],
  ['a referrer that is no address', framed('not an address'), undefined, true, undefined],
];

describe('A frame is asked for by', () => {
  test.each(VISITS)('%s', (_what, headers, named, allowed, talksTo) => {
    const visit = readFrameVisit(headers, named, partner(WWW), HOST);
    expect([visit.allowed, visit.pageOrigin]).toEqual([allowed, talksTo]);
  });
});

const ANCESTORS: readonly [what: string, origins: string[], asking: string | undefined, directive: string][] =
  [
    ['the partner’s origins', [WWW, 'http://localhost:3001'], undefined, `${WWW} http://localhost:3001`],
    ['nobody else who asks', [WWW], 'https://evil.cn', WWW],
    ['each origin once', [WWW], WWW, WWW],
    [
      'the one that an asterisk allows, itself',
      ['https://*.example.cn'],
      'https://a.example.cn',
      'https://a.example.cn',
    ],
    ['none of two labels', ['https://*.example.cn'], 'https://a.b.example.cn', "'none'"],
    ['nobody, where nobody says who asks', ['https://*.example.cn'], undefined, "'none'"],
    [
      'no directive slipped in',
      ['https://*.example.cn'],
      "https://a.example.cn; script-src 'unsafe-inline'",
      "'none'",
    ],
  ];

describe('A frame may stand on pages of', () => {
  test.each(ANCESTORS)('%s', (_what, origins, asking, directive) => {
    expect(frameAncestors(partner(...origins), asking)).toBe(`frame-ancestors ${directive}`);
  });

  test('nobody, where there is no such partner', () => {
    expect(frameAncestors(undefined, WWW)).toBe("frame-ancestors 'none'");
  });
});
