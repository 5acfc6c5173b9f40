import { isIP, isIPv6, type BlockList } from 'node:net';
import { listNetworks } from '../outward/index.ts';
import type { RateLimiter } from './site-parts.ts';

export interface RateLimiterOptions {
  /** Addresses or networks (CIDR) whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly now: () => number;
  /** Requests that may come at once. Default 240: mobile networks put many readers behind one address. */
  readonly burst?: number;
  /** Requests a second in the long run. Default 30. */
  readonly perSecond?: number;
  /** Clients that are remembered; the one that asked longest ago is forgotten first. Default 50,000. */
  readonly mostClients?: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each client, in memory. */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { now, burst = 240, perSecond = 30, mostClients = 50_000 } = options;
  const proxies = listNetworks(options.trustedProxies);
  const buckets = new Map<string, Bucket>();
  return {
    nameClient: (remote, forwarded) => nameClient(remote, forwarded, proxies),
    take(client) {
      const at = now();
      const old = buckets.get(client) ?? { tokens: burst, at };
      const tokens = Math.min(burst, old.tokens + ((at - old.at) / 1000) * perSecond);
      const isAllowed = tokens >= 1;
      // Deleted first, so that the map stays in order of the last request.
      buckets.delete(client);
      buckets.set(client, { tokens: isAllowed ? tokens - 1 : tokens, at });
      if (buckets.size > mostClients) forgetOldest(buckets);
      return isAllowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
}

/**
 * The address that a request comes from: the nearest one that is not a trusted proxy. Addresses beyond it in
 * X-Forwarded-For are only claimed. IPv6 clients own a whole /64, so that is what counts as one client.
 */
function nameClient(remote: string, forwarded: string | undefined, proxies: BlockList): string {
  const hops = [
    ...(forwarded?.split(',') ?? []).map((hop) => plainAddress(hop.trim())),
    plainAddress(remote),
  ];
  let client = hops.at(-1) ?? '';
  for (const hop of hops.toReversed()) {
    if (isIP(hop) === 0) break;
    client = hop;
    if (!proxies.check(hop, isIPv6(hop) ? 'ipv6' : 'ipv4')) break;
  }
  return isIPv6(client) ? networkOf(client) : client;
}

/** IPv4 inside IPv6 (`::ffff:192.0.2.1`) as IPv4, without brackets and port. */
function plainAddress(text: string): string {
  const bare = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}

function networkOf(address: string): string {
  // The address parser of URLs writes all groups but the longest run of zeros.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname
    .slice(1, -1)
    .split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const client of buckets.keys()) {
    buckets.delete(client);
    return;
  }
}
