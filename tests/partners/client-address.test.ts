import { describe, expect, test } from 'vitest';
import { clientAddress, isFromThisMachine } from '../../lib/partners/client-address.ts';

const CASES: readonly [what: string, forwarded: string | null, proxies: number, address: string][] = [
  ['who connected', '203.0.113.7', 0, '203.0.113.7'],
  ['hearsay before who connected', '198.51.100.1, 203.0.113.7', 0, '203.0.113.7'],
  ['whom our proxy names', '203.0.113.7, 10.0.0.1', 1, '203.0.113.7'],
  ['hearsay before whom our proxy names', '198.51.100.1, 203.0.113.7, 10.0.0.1', 1, '203.0.113.7'],
  [
    'whom the farther of two proxies names',
    '198.51.100.1, 203.0.113.7, 10.0.0.2, 10.0.0.1',
    2,
    '203.0.113.7',
  ],
  ['a way round the proxy', '203.0.113.7', 1, '203.0.113.7'],
  ['an IPv6 customer', '2001:db8:1:2:aaaa::1', 0, '2001:db8:1:2::/64'],
  ['the same customer’s other address', '2001:0DB8:1:2:ffff:1:2:3', 0, '2001:db8:1:2::/64'],
  ['the next customer', '2001:db8:1:3::1', 0, '2001:db8:1:3::/64'],
  ['IPv4 in IPv6', '::ffff:203.0.113.7', 0, '203.0.113.7'],
  ['IPv4 in IPv6, in hexadecimal', '::ffff:cb00:7107', 0, '203.0.113.7'],
  ['an IPv6 zone', 'fe80::1%eth0', 0, 'fe80::/64'],
  ['an IPv4 with a port', '203.0.113.7:5123', 0, '203.0.113.7'],
  ['an IPv6 with a port', '[2001:db8:1:2::1]:5123', 0, '2001:db8:1:2::/64'],
  ['nonsense', 'unknown', 0, 'unknown'],
  ['nothing', null, 0, 'unknown'],
];

describe('A request is counted for', () => {
  test.each(CASES)('%s', (_what, forwarded, proxies, address) => {
    expect(clientAddress(forwarded, proxies)).toBe(address);
  });
});

test('only a lone loopback hop is this machine: what a proxy brings is not', () => {
  expect(isFromThisMachine('127.0.0.1')).toBe(true);
  expect(isFromThisMachine('::1')).toBe(true);
  expect(isFromThisMachine('::ffff:127.0.0.1')).toBe(true);
  expect(isFromThisMachine('203.0.113.7, 127.0.0.1')).toBe(false);
  expect(isFromThisMachine('127.0.0.1, 127.0.0.1')).toBe(false);
  expect(isFromThisMachine('203.0.113.7')).toBe(false);
});
