import { describe, expect, it } from 'vitest';
import { createRateLimiter, type RateLimiterOptions } from './rate-limiter.ts';

describe('createRateLimiter', () => {
  it('allows a burst, then one request for each that time has given back', () => {
    let at = 0;
    const limiter = limiterWith({ now: () => at, burst: 3, perSecond: 2 });
    expect(take(limiter, 'a', 4)).toEqual([0, 0, 0, 1]);
    at = 500;
    expect(take(limiter, 'a', 2)).toEqual([0, 1]);
    at = 1_000_000;
    expect(take(limiter, 'a', 4)).toEqual([0, 0, 0, 1]);
  });

  it('says how many whole seconds to wait', () => {
    const limiter = limiterWith({ burst: 1, perSecond: 0.1 });
    expect(take(limiter, 'a', 2)).toEqual([0, 10]);
  });

  it('does not let one client use up what another has', () => {
    const limiter = limiterWith({ burst: 1 });
    expect([...take(limiter, 'a', 2), ...take(limiter, 'b', 1)]).toEqual([0, 1, 0]);
  });

  it('forgets the clients that asked longest ago, not the busy ones', () => {
    const limiter = limiterWith({ burst: 1, mostClients: 2 });
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map((client) => limiter.take(client))).toEqual([0, 0, 1, 0, 1, 0]);
  });
});

describe('nameClient', () => {
  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
    ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
    // Nobody but a trusted proxy says who somebody is.
    ['192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['127.0.0.1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['127.0.0.1', '198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['127.0.0.1', '198.51.100.7:1234', '198.51.100.7'],
    ['127.0.0.1', '[2001:db8::1]:1234', '2001:db8:0:0::/64'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['127.0.0.1', '198.51.100.7, nonsense, 10.1.2.3', '10.1.2.3'],
  ])('takes %s that forwards "%s" for %s', (remote, forwarded, client) => {
    const limiter = limiterWith({ trustedProxies: ['127.0.0.0/8', '::1', '10.0.0.0/8'] });
    expect(limiter.nameClient(remote, forwarded)).toBe(client);
  });
});

function limiterWith(options: Partial<RateLimiterOptions>) {
  return createRateLimiter({ trustedProxies: [], now: () => 0, ...options });
}

function take(limiter: ReturnType<typeof createRateLimiter>, client: string, times: number): number[] {
  return Array.from({ length: times }, () => limiter.take(client));
}
