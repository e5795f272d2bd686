import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that stand for one customer; the rest they choose themselves. */
const CUSTOMER_BITS = 64;

/**
 * Whom a request is counted for: an IPv4 address or an IPv6 /64, in one writing each.
 * @param forwarded X-Forwarded-For, its last entry added by this server for whoever connected to it
 * @param trustedProxies how many of the hops before this server are ours; what stands left of them is hearsay
 */
export function clientAddress(forwarded: string | null, trustedProxies: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  // Fewer hops than proxies: the request came round them. The farthest hop known is then the nearest to the truth.
  const hop = hops.at(-1 - trustedProxies) ?? hops[0] ?? '';
  return networkOf(withoutPort(hop));
}

/** Whether the request comes from this very machine, with no proxy between. */
export function isFromThisMachine(forwarded: string | null): boolean {
  if (forwarded === null) return true;
  const address = withoutPort(forwarded);
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${CUSTOMER_BITS}`);
  return `${network.toString()}/${CUSTOMER_BITS}`;
}

/** Some proxies write `203.0.113.7:5123` or `[2001:db8::1]:5123`. */
function withoutPort(hop: string): string {
  const [, bracketed, dotted] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop) ?? [];
  return bracketed ?? dotted ?? hop.replace(/%.*$/, '');
}
