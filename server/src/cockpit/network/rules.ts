import { isFew, mayTell, suppress } from '@passerelle/measure';
import type { Kept } from '#cockpit/network/keeping/index.ts';
import type { Network } from '#cockpit/network/measuring/index.ts';
import { addDays } from '#kernel/day.ts';
import type { AroundGroup, AroundMember, Neighbour, Viewer } from './model.ts';
import type * as wire from './wire.ts';

/** What a drawing and a list can still be read with. */
const NEIGHBOURS = 150;
const MEMBERS = 300;
const TIES = 900;

/** Whom a member answered and who answered him; nobody, where he has no tie. */
export function aroundMember({ out, back, tied }: Network, member: number): AroundMember {
  if (member >= tied) return { neighbours: [], all: 0 };
  const found = new Map<number, Neighbour>();
  for (const { to, weight } of row(out, member)) found.set(to, { person: to, answered: weight, answeredBy: 0 });
  for (const { to, weight } of row(back, member)) {
    found.set(to, { person: to, answered: found.get(to)?.answered ?? 0, answeredBy: weight });
  }
  const neighbours = [...found.values()].sort((a, b) => strength(b) - strength(a) || a.person - b.person);
  return { neighbours: neighbours.slice(0, NEIGHBOURS), all: neighbours.length };
}

function strength({ answered, answeredBy }: Neighbour): number {
  return answered + answeredBy;
}

function* row({ start, to, weight }: Network['out'], person: number) {
  for (let tie = start[person] ?? 0; tie < (start[person + 1] ?? 0); tie += 1) {
    yield { to: to[tie] ?? 0, weight: weight[tie] ?? 0 };
  }
}

/** The members of a group with most ties inside it, and the ties among them. */
export function aroundGroup(network: Network, group: number): AroundGroup {
  const { sizes, ranked, inside } = network;
  const first = sizes.subarray(0, group).reduce((sum, persons) => sum + persons, 0);
  const shown = ranked.subarray(first, first + Math.min(MEMBERS, sizes[group] ?? 0));
  const listed = new Set(shown);
  const ties: { one: number; other: number; answers: number }[] = [];
  for (const person of shown) {
    for (const [other, answers] of exchanged(network, person, listed)) {
      if (other > person) ties.push({ one: person, other, answers });
    }
  }
  ties.sort((a, b) => b.answers - a.answers || a.one - b.one || a.other - b.other);
  const members = Array.from(shown, (person) => ({ person, ties: inside[person] ?? 0 }));
  return { members, ties: ties.slice(0, TIES), tiesInAll: ties.length };
}

/** Answers exchanged with each of those listed, whichever way. */
function exchanged({ out, back }: Network, person: number, listed: ReadonlySet<number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { start, to, weight } of [out, back]) {
    for (let tie = start[person] ?? 0; tie < (start[person + 1] ?? 0); tie += 1) {
      const other = to[tie] ?? 0;
      if (listed.has(other)) found.set(other, (found.get(other) ?? 0) + (weight[tie] ?? 0));
    }
  }
  return found;
}

/** The groups that must not be told apart for this viewer: those of a few persons, and what would give them away. */
export function hiddenGroups({ sizes }: Pick<Network, 'sizes'>, { mayName, k }: Viewer): ReadonlySet<number> {
  if (mayName) return new Set();
  const cells = Array.from(sizes, (persons, group) => ({ key: String(group), persons }));
  const { hidden, hidesTotal } = suppress(cells, { k, showsTotal: true });
  return new Set(hidesTotal ? sizes.keys() : [...hidden].map(Number));
}

/** Whether so few have a tie that any drawing would tell of somebody. */
export function isHidden({ tied }: Pick<Network, 'tied'>, { mayName, k }: Viewer): boolean {
  return !mayName && isFew(tied, k);
}

/** Those whom an overview names. */
export function personsIn({ facts }: Pick<Network, 'facts'>): readonly number[] {
  return [...facts.groups.flatMap(({ core }) => core), ...facts.bridges.map(({ person }) => person), ...facts.alone];
}

type Who = (person: number) => wire.Person;

/** The network as a whole, for one viewer. */
export function overviewOf(
  { network, window, snapshot }: Kept,
  viewer: Viewer,
  who: Who,
): Omit<wire.Overview, 'request'> {
  const { facts, persons, tied, sizes } = network;
  const hidden = hiddenGroups(network, viewer);
  const groups = facts.groups.flatMap((group, id) => (hidden.has(id) ? [] : [groupOf(id, group, viewer, who)]));
  const shown = new Set(groups.map(({ id }) => id));
  const isTold = viewer.mayName || mayTell(facts.isolated, facts.newcomers, viewer.k);
  return {
    state: 'network',
    window,
    snapshot,
    can: { name: viewer.mayName },
    persons,
    tied,
    components: facts.components,
    largest: facts.largest,
    modularity: facts.modularity,
    groups,
    others: { groups: sizes.length - groups.length, persons: tied - groups.reduce((sum, one) => sum + one.persons, 0) },
    between: facts.between.filter(({ one, other }) => shown.has(one) && shown.has(other)),
    bridges: {
      pairs: facts.pairs ?? null,
      items: facts.bridges.map(({ person, ...bridge }) => ({
        who: who(person),
        ...bridge,
        group: groupAt(network, person),
      })),
    },
    newcomers: viewer.mayName || !isFew(facts.newcomers, viewer.k) ? facts.newcomers : null,
    isolated: {
      count: isTold ? facts.isolated : null,
      items: viewer.mayName ? facts.alone.map((person) => aloneOf(network, window, person, who)) : [],
    },
  };
}

function groupOf(
  id: number,
  { core, newcomers, ...group }: Network['facts']['groups'][number],
  { mayName, k }: Viewer,
  who: Who,
): wire.Group {
  const isTold = mayName || mayTell(newcomers, group.persons, k);
  return { id, ...group, newcomers: isTold ? newcomers : null, core: mayName ? core.map(who) : [] };
}

function aloneOf(network: Network, window: Kept['window'], person: number, who: Who) {
  const day = arrivalOf(network, window, person) ?? window.from;
  return { who: who(person), day, wrote: network.wrote[person] ?? 0 };
}

/** The group of somebody with a tie. */
export function groupAt({ group }: Pick<Network, 'group'>, person: number): number {
  return group[person] ?? 0;
}

/** The day of a first contribution ever in the window. */
export function arrivalOf(
  { arrived }: Pick<Network, 'arrived'>,
  { from }: Kept['window'],
  person: number,
): string | null {
  const days = arrived[person] ?? -1;
  return days < 0 ? null : addDays(from, days);
}
