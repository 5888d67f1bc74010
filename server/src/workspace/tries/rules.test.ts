import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from './rules.ts';

describe('one address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:DB8:0:0:ffff::', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1:2:3:4', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('of IPv6 is its first half, whatever the second and however it is written', () => {
    const group = fc.nat(0xffff).map((one) => one.toString(16));
    const half = fc.tuple(group, group, group, group);
    fc.assert(
      fc.property(half, half, half, (first, second, third) => {
        const written = new URL(`http://[${[...first, ...second].join(':')}]`).hostname.slice(1, -1);
        expect(networkOf(written)).toBe(networkOf([...first, ...third].join(':')));
      }),
      { numRuns: 1_000 },
    );
  });
});
