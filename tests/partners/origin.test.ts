import { describe, expect, test } from 'vitest';
import { allowsOrigin, isWebOrigin, readOriginPattern } from '../../lib/partners/origin.ts';

const WWW = 'https://www.example.cn';

/** What a browser may send, beside what a partner has registered. */
const PRESENTED: readonly [what: string, registered: string, presented: string, allowed: boolean][] = [
  ['the same origin', WWW, 'https://www.example.cn', true],
  ['another scheme', WWW, 'http://www.example.cn', false],
  ['another port', WWW, 'https://www.example.cn:8443', false],
  ['the default port, spelt out', WWW, 'https://www.example.cn:443', false],
  ['a registered port', 'https://www.example.cn:8443', 'https://www.example.cn:8443', true],
  ['no port where one is registered', 'https://www.example.cn:8443', WWW, false],
  ['port 80 of http', 'http://www.example.cn', 'http://www.example.cn:80', false],
  ['the domain above', WWW, 'https://example.cn', false],
  ['a label before', WWW, 'https://a.www.example.cn', false],
  ['the registered name as a prefix', WWW, 'https://www.example.cn.evil.cn', false],
  ['the registered name as a suffix', 'https://example.cn', 'https://evilexample.cn', false],
  ['the registered name behind a hyphen', 'https://example.cn', 'https://evil-example.cn', false],
  ['a trailing dot', WWW, 'https://www.example.cn.', false],
  ['upper case', WWW, 'https://WWW.example.cn', false],
  ['an upper-case scheme', WWW, 'HTTPS://www.example.cn', false],
  ['a user name', WWW, 'https://www.example.cn@evil.cn', false],
  ['a user name before the right host', WWW, 'https://evil@www.example.cn', false],
  ['a path', WWW, 'https://www.example.cn/', false],
  ['a query', WWW, 'https://www.example.cn?x', false],
  ['white space', WWW, ' https://www.example.cn', false],
  ['a line break inside', WWW, 'https://www.exam\nple.cn', false],
  ['null', WWW, 'null', false],
  ['null, registered by nobody’s doing', 'null', 'null', false],
  ['nothing', WWW, '', false],
  ['file:', WWW, 'file://', false],
  ['data:', WWW, 'data:text/html,x', false],
  ['blob:', WWW, 'blob:https://www.example.cn/1', false],
  ['javascript:', WWW, 'javascript:https://www.example.cn', false],
  ['an extension', WWW, 'chrome-extension://abcdef', false],
  ['punycode', 'https://xn--fsqu00a.xn--fiqs8s', 'https://xn--fsqu00a.xn--fiqs8s', true],
  [
    'the same name in Chinese, which no browser sends',
    'https://xn--fsqu00a.xn--fiqs8s',
    'https://例子.中国',
    false,
  ],
  ['a look-alike letter', 'https://example.cn', 'https://xn--xample-9uf.cn', false],
  ['full-width letters', 'https://example.cn', 'https://ｅxample.cn', false],
  ['IPv6', 'http://[::1]:3000', 'http://[::1]:3000', true],
  ['IPv6, written longer', 'http://[::1]:3000', 'http://[0:0:0:0:0:0:0:1]:3000', false],
  ['IPv6, another port', 'http://[::1]:3000', 'http://[::1]:3001', false],
  ['IPv4 for its name', 'http://localhost:3000', 'http://127.0.0.1:3000', false],
  ['IPv4 as one number', 'http://127.0.0.1', 'http://2130706433', false],
  ['one label for an asterisk', 'https://*.example.cn', 'https://a.example.cn', true],
  ['two labels for an asterisk', 'https://*.example.cn', 'https://a.b.example.cn', false],
  ['no label for an asterisk', 'https://*.example.cn', 'https://example.cn', false],
  ['an empty label for an asterisk', 'https://*.example.cn', 'https://.example.cn', false],
  ['an asterisk for an asterisk', 'https://*.example.cn', 'https://*.example.cn', false],
  ['a label that ends otherwise', 'https://*.example.cn', 'https://a.evilexample.cn', false],
  ['another scheme for an asterisk', 'https://*.example.cn', 'http://a.example.cn', false],
  ['another port for an asterisk', 'https://*.example.cn', 'https://a.example.cn:8443', false],
  ['a user name in the asterisk’s place', 'https://*.example.cn', 'https://evil.cn@.example.cn', false],
  ['a path in the asterisk’s place', 'https://*.example.cn', 'https://evil.cn/.example.cn', false],
];

describe('An origin', () => {
  test.each(PRESENTED)('%s: %s beside %s', (_what, registered, presented, allowed) => {
    expect(allowsOrigin([registered], presented)).toBe(allowed);
  });

  test('is allowed by any of several', () => {
    expect(allowsOrigin(['https://a.cn', WWW], WWW)).toBe(true);
    expect(allowsOrigin([], WWW)).toBe(false);
  });

  test('is what a browser calls itself, and nothing else', () => {
    expect(isWebOrigin('http://localhost:3000')).toBe(true);
    expect(isWebOrigin('https://*.example.cn')).toBe(false);
  });
});

/** What an operator may write: what becomes of it, or what is wrong with it. */
const WRITTEN: readonly [written: string, read: string | RegExp][] = [
  ['https://www.example.cn', WWW],
  ['https://WWW.Example.CN', WWW],
  ['https://www.example.cn:443', WWW],
  ['http://www.example.cn:8080', 'http://www.example.cn:8080'],
  ['https://例子.中国', 'https://xn--fsqu00a.xn--fiqs8s'],
  ['http://[0:0:0:0:0:0:0:1]:3000', 'http://[::1]:3000'],
  ['https://*.Example.cn', 'https://*.example.cn'],
  ['https://*.example.cn:8443', 'https://*.example.cn:8443'],
  ['www.example.cn', /scheme and host/],
  ['https://www.example.cn/', /ends with its host or port: https:\/\/www\.example\.cn$/],
  ['https://www.example.cn/news', /ends with its host or port/],
  ['https://www.example.cn?a=1', /ends with its host or port/],
  ['https://me:pass@www.example.cn', /no user name/],
  ['https://www.example.cn.', /ends with a dot/],
  ['https://*', /scheme and host/],
  ['https://*.cn', /too wide/],
  ['https://*.127.0.0.1', /too wide|no such host/],
  ['https://www.*.cn', /scheme and host/],
  ['https://*.*.example.cn', /scheme and host/],
  ['https://*example.cn', /scheme and host/],
  ['*', /scheme and host/],
  ['null', /scheme and host/],
  ['file:///index.html', /scheme and host/],
  ['data:text/html,x', /scheme and host/],
  ['https://', /scheme and host|no such host/],
  ['https://exa mple.cn', /no such host/],
  ['https://www.example.cn:99999', /no such host/],
];

describe('An origin in the partners file', () => {
  test.each(WRITTEN)('%s', (written, read) => {
    if (typeof read === 'string') expect(readOriginPattern(written)).toBe(read);
    else expect(() => readOriginPattern(written)).toThrow(read);
  });
});
