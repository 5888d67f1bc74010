import type { Salient, UnitTexts } from './model.ts';
import { giveTurn } from './turns.ts';

/** Of the texts that say a companion, the share that says the leader too. */
const LEANS = 0.3;
/** Normalised mutual information: 0 by chance, 1 always together. */
const TIED = 0.28;
const FEWEST_TOGETHER = 4;
const MOST_TERMS = 8;

/**
 * Groups of salient units (by their place in the list) said in the same texts. The most salient that is in no group yet
 * leads one; those follow that are tied to it and lean on it: who says them mostly speaks of it. So the same texts
 * always give the same groups, and each member is there for one plain reason.
 */
export async function groupUnits(
  texts: UnitTexts,
  salient: readonly Salient[],
): Promise<readonly (readonly number[])[]> {
  const ties = await tiesOf(texts, salient);
  const taken = new Set<number>();
  const groups: (readonly number[])[] = [];
  for (const leader of salient.keys()) {
    if (taken.has(leader)) continue;
    const group = [leader, ...companionsOf(leader, ties, taken)];
    for (const term of group) taken.add(term);
    groups.push(group);
  }
  return groups;
}

interface Ties {
  readonly size: number;
  readonly all: number;
  readonly said: readonly number[];
  readonly together: Uint32Array;
}

function companionsOf(
  leader: number,
  { size, all, said, together }: Ties,
  taken: ReadonlySet<number>,
): readonly number[] {
  const found: { readonly term: number; readonly strength: number }[] = [];
  for (let term = 0; term < size; term += 1) {
    const joint = together[leader * size + term] ?? 0;
    if (joint < FEWEST_TOGETHER || taken.has(term) || joint < LEANS * (said[term] ?? 0)) continue;
    const strength = mutualInformation(joint, said[leader] ?? 1, said[term] ?? 1, all);
    if (strength >= TIED) found.push({ term, strength });
  }
  found.sort((a, b) => b.strength - a.strength || a.term - b.term);
  return found.slice(0, MOST_TERMS - 1).map(({ term }) => term);
}

function mutualInformation(joint: number, a: number, b: number, all: number): number {
  return joint === all ? 1 : Math.log((joint * all) / (a * b)) / Math.log(all / joint);
}

/** In how many texts each two salient units are said together. */
async function tiesOf({ units, of, starts }: UnitTexts, salient: readonly Salient[]): Promise<Ties> {
  const size = salient.length;
  const placeOf = new Map(salient.map(({ unit }, place) => [unit, place]));
  const together = new Uint32Array(size * size);
  const all = starts.length - 1;
  for (let text = 0; text < all; text += 1) {
    await giveTurn(text);
    const said = of.subarray(starts[text], starts[text + 1]);
    const places = [...new Set(said)].flatMap((unit) => placeOf.get(unit) ?? []);
    for (const a of places)
      for (const b of places) if (a !== b) together[a * size + b] = (together[a * size + b] ?? 0) + 1;
  }
  return { size, all, said: salient.map(({ unit }) => units[unit]?.texts ?? 0), together };
}
