import { BlockList, isIPv6 } from 'node:net';

/** Whether a request may go to an IP address. */
export type MayReach = (address: string) => boolean;

/**
 * Networks that are not the public internet (IANA special-purpose registries, RFC 6890): this machine, private
 * networks, link-local with the metadata services of clouds, shared address space, tests, multicast.
 */
const SPECIAL = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
] as const;

/** Lets requests reach the public internet, and `allowed` networks (addresses, or CIDR) besides. */
export function blockNetworks(allowed: readonly string[]): MayReach {
  const special = listNetworks(SPECIAL);
  const exceptions = listNetworks(allowed);
  return (address) => {
    const plain = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1] ?? address.split('%')[0] ?? '';
    const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
    return exceptions.check(plain, family) || !special.check(plain, family);
  };
}

/** Addresses or networks (CIDR), to check others against. */
export function listNetworks(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
