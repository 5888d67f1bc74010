import { describe, expect, test } from 'vitest';
import { betweenness } from './betweenness.ts';
import { communities, modularity } from './communities.ts';
import { components } from './components.ts';
import { bothWays, density, dyadsOf, linksOf, reversed, type Links } from './links.ts';

/** Rows of neighbours with a higher number, from 1, as the papers number them. */
function graphOf(size: number, rows: Readonly<Record<number, readonly number[]>>): Links {
  const pairs = Object.entries(rows).flatMap(([one, others]) => others.map((other) => [Number(one) - 1, other - 1]));
  const out = linksOf(size, {
    from: Int32Array.from(pairs, ([one = 0]) => one),
    to: Int32Array.from(pairs, ([, other = 0]) => other),
    weight: new Int32Array(pairs.length).fill(1),
  });
  return bothWays(out, reversed(out));
}

/** W. Zachary, “An information flow model for conflict and fission in small groups”, 1977: who met whom outside the club. */
const KARATE = graphOf(34, {
  1: [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32],
  2: [3, 4, 8, 14, 18, 20, 22, 31],
  3: [4, 8, 9, 10, 14, 28, 29, 33],
  4: [8, 13, 14],
  5: [7, 11],
  6: [7, 11, 17],
  7: [17],
  9: [31, 33, 34],
  10: [34],
  14: [34],
  15: [33, 34],
  16: [33, 34],
  19: [33, 34],
  20: [34],
  21: [33, 34],
  23: [33, 34],
  24: [26, 28, 30, 33, 34],
  25: [26, 28, 32],
  26: [32],
  27: [30, 34],
  28: [34],
  29: [32, 34],
  30: [33, 34],
  31: [33, 34],
  32: [33, 34],
  33: [34],
});

/**
 * J. Padgett, R. Ansell, “Robust action and the rise of the Medici”, 1993: marriages. 1 Acciaiuoli, 2 Albizzi, 3 Barbadori,
 * 4 Bischeri, 5 Castellani, 6 Ginori, 7 Guadagni, 8 Lamberteschi, 9 Medici, 10 Pazzi, 11 Peruzzi, 12 Ridolfi, 13 Salviati,
 * 14 Strozzi, 15 Tornabuoni.
 */
const FLORENCE = graphOf(15, {
  1: [9],
  2: [6, 7, 9],
  3: [5, 9],
  4: [7, 11, 14],
  5: [11, 14],
  7: [8, 15],
  9: [12, 13, 15],
  10: [13],
  11: [14],
  12: [14, 15],
});

describe('graphs of which others have published the numbers', () => {
  test('the karate club: betweenness as networkx prints it (betweenness_centrality, normalized)', () => {
    expect(KARATE.to).toHaveLength(2 * 78);
    const { share, pairs } = betweenness(KARATE);
    expect(pairs).toBeUndefined();
    const published = {
      0: 0.43763528138528146,
      1: 0.053936688311688304,
      2: 0.14365680615680618,
      3: 0.011909271284271283,
      4: 0.0006313131313131313,
      5: 0.02998737373737374,
      7: 0,
      8: 0.05592682780182781,
      9: 0.0008477633477633477,
      31: 0.13827561327561325,
      32: 0.14524711399711399,
      33: 0.30407497594997596,
    };
    for (const [node, wanted] of Object.entries(published)) expect(share[Number(node)]).toBeCloseTo(wanted, 12);
  });

  test('the karate club: its best grouping has a modularity of 0.4198 (Brandes et al., “On modularity clustering”, 2008)', () => {
    const best = [
      [1, 2, 3, 4, 8, 12, 13, 14, 18, 20, 22],
      [5, 6, 7, 11, 17],
      [9, 10, 15, 16, 19, 21, 23, 27, 30, 31, 33, 34],
      [24, 25, 26, 28, 29, 32],
    ];
    const of = new Int32Array(34);
    for (const [group, members] of best.entries()) for (const member of members) of[member - 1] = group;
    expect(modularity(KARATE, of)).toBeCloseTo(0.4198, 4);
    const found = communities(KARATE);
    expect(found.modularity).toBeLessThan(0.41981);
    // Blondel et al., “Fast unfolding of communities in large networks”, 2008, table 1: 0.42.
    expect(found.modularity.toFixed(2)).toBe('0.42');
    expect(found.sizes.length).toBe(4);
    expect(found.modularity).toBeCloseTo(modularity(KARATE, found.of), 12);
  });

  test('the families of Florence: betweenness as networkx holds it (test_betweenness_centrality, normalized)', () => {
    const { share } = betweenness(FLORENCE);
    const published = [0, 0.212, 0.093, 0.104, 0.055, 0, 0.255, 0, 0.522, 0, 0.022, 0.114, 0.143, 0.103, 0.092];
    expect([...share].map((one) => Math.round(one * 1000) / 1000)).toEqual(published);
  });

  test('a star, a ring and a chain, by hand', () => {
    const star = graphOf(5, { 1: [2, 3, 4, 5] });
    expect([...betweenness(star).share]).toEqual([1, 0, 0, 0, 0]);
    const ring = graphOf(4, { 1: [2, 4], 2: [3], 3: [4] });
    for (const one of betweenness(ring).share) expect(one).toBeCloseTo(1 / 6, 12);
    const chain = graphOf(5, { 1: [2], 2: [3], 3: [4], 4: [5] });
    expect([...betweenness(chain).share]).toEqual([0, 3 / 6, 4 / 6, 3 / 6, 0]);
  });

  test('two cliques held by one tie fall into two groups', () => {
    const two = graphOf(8, { 1: [2, 3, 4], 2: [3, 4], 3: [4], 4: [5], 5: [6, 7, 8], 6: [7, 8], 7: [8] });
    const { of, sizes } = communities(two);
    expect([...of]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...sizes]).toEqual([4, 4]);
    expect([...components(two).sizes]).toEqual([8]);
  });

  test('answers that go one way or both', () => {
    const out = linksOf(4, {
      from: Int32Array.of(0, 0, 1, 2, 2, 0),
      to: Int32Array.of(1, 1, 0, 0, 2, 2),
      weight: Int32Array.of(1, 2, 1, 1, 9, 4),
    });
    expect([...out.to]).toEqual([1, 2, 0, 0]);
    expect([...out.weight]).toEqual([3, 4, 1, 1]);
    expect(dyadsOf(out, reversed(out))).toEqual({ mutual: 2, oneWay: 0 });
    expect(density(out.to.length, 4)).toBe(4 / 12);
    expect(density(0, 1)).toBeUndefined();
  });

  test('nobody, and nobody tied', () => {
    for (const size of [0, 1, 2, 5]) {
      const none = graphOf(size, {});
      expect([...betweenness(none).share]).toEqual(Array.from({ length: size }, () => 0));
      expect(communities(none).sizes).toHaveLength(size);
      expect(communities(none).modularity).toBe(0);
      expect(components(none).sizes).toHaveLength(size);
    }
  });
});
