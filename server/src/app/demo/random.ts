/** A stream of chance that gives the same numbers for the same label on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** One item, the heavier the likelier; undefined where nothing has any weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item | undefined;
  shuffled<Item>(items: readonly Item[]): Item[];
  normal(): number;
  /** A duration whose logarithm is normal: `median` in any unit, `spread` the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
  poisson(mean: number): number;
  /** A stream of its own: what one part draws changes nothing for the others. */
  fork(label: string): Random;
}

/** Label to numbers by FNV-1a, numbers by mulberry32: small, fast, good enough for a made-up community, not for secrets. */
export function createRandom(label: string): Random {
  let state = fnv1a(label);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function pick<Item>(items: readonly [Item, ...Item[]]): Item;
  function pick<Item>(items: readonly Item[]): Item | undefined;
  function pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(next() * items.length)];
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  }

  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick,
    weighted: (items, weightOf) => weighted(next(), items, weightOf),
    shuffled: (items) => shuffled(next, items),
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    poisson: (mean) => poisson(next, mean),
    fork: (part) => createRandom(`${label}/${part}`),
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

function weighted<Item>(draw: number, items: readonly Item[], weightOf: (item: Item) => number): Item | undefined {
  const weights = new Float64Array(items.length);
  let total = 0;
  let nth = 0;
  for (const item of items) {
    const weight = Math.max(0, weightOf(item));
    weights[nth++] = weight;
    total += weight;
  }
  let left = draw * total;
  for (nth = 0; nth < weights.length; nth++) {
    left -= weights[nth] ?? 0;
    if (left < 0) return items[nth];
  }
  return undefined;
}

function shuffled<Item>(next: () => number, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: next() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}

/** By multiplication of draws, after Knuth; meant for small means. */
function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}
