/** Addresses of no public host: what a text links to there is nobody's business but its own network's. */
import { BlockList, isIP } from 'node:net';

// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
const ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const closed = new BlockList();
for (const [first, bits] of ranges) closed.addSubnet(first, bits, first.includes(':') ? 'ipv6' : 'ipv4');

/** Of an IP address, also of one that has an IPv4 address in it. */
export function isPrivate(ip: string): boolean {
  const kind = isIP(ip);
  return kind === 0 || closed.check(ip, kind === 6 ? 'ipv6' : 'ipv4');
}
