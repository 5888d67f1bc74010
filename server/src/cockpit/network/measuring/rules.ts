import {
  betweenness,
  bothWays,
  communities,
  components,
  dyadsOf,
  linksOf,
  reversed,
  wilson,
} from '@passerelle/measure';
import type { Betweenness, Communities, Links } from '@passerelle/measure';
import type { Between, Bridge, Bundle, Group, Network, NetworkFacts, Packed } from './model.ts';

const ID = 36;
/** What an overview can show at once; the rest is told as a number. */
const GROUPS = 60;
const BETWEEN = 150;
const BRIDGES = 20;
const ALONE = 100;
const CORE = 3;

/**
 * Everything that takes a while, at 200,000 members some seconds; meant for a thread of its own. The same facts give
 * the same network.
 */
export function measureNetwork(packed: Packed): Network {
  const people = readPersons(packed.persons);
  const ties = readTies(packed.ties);
  const tied = ties.tied;
  const out = linksOf(tied, ties);
  const back = reversed(out);
  const both = bothWays(out, back);
  const groups = communities(both);
  const between = betweenness(both);
  const parts = components(both);
  const { mutual } = dyadsOf(out, back);
  const alone = aloneOf(people.arrived, tied);
  const facts: NetworkFacts = {
    ties: out.to.length,
    answers: sum(out.weight),
    mutual: 2 * mutual,
    modularity: groups.modularity,
    components: parts.sizes.length,
    largest: cell(parts.sizes, 0),
    pairs: between.pairs,
    newcomers: people.arrived.reduce((count, day) => (day >= 0 ? count + 1 : count), 0),
    groups: groupsOf(groups, out, both, people.arrived),
    between: betweenOf(groups, out),
    bridges: bridgesOf(between, both, groups),
    isolated: alone.length,
    alone: alone.slice(0, ALONE),
  };
  const inside = tiesInside(both, groups);
  const ranked = rankedBy(groups, inside);
  const { of: group, sizes } = groups;
  return { persons: packed.persons.many, tied, ...people, out, back, group, sizes, ranked, inside, facts };
}

/** How many of his own group each person has a tie with, whichever way. */
function tiesInside({ start, to }: Links, { of }: Communities): Int32Array {
  return of.map((group, person) => {
    let count = 0;
    for (let tie = cell(start, person); tie < cell(start, person + 1); tie += 1) {
      if (cell(of, cell(to, tie)) === group) count += 1;
    }
    return count;
  });
}

/** Everybody group by group, the most tied first, so that a group of a hundred thousand is opened without looking at all. */
function rankedBy({ of }: Communities, inside: Int32Array): Int32Array {
  const order = Int32Array.from(of, (_, person) => person);
  return order.sort((a, b) => cell(of, a) - cell(of, b) || cell(inside, b) - cell(inside, a) || a - b);
}

/** The id of a person. */
export function idOf({ ids }: Pick<Network, 'ids'>, person: number): string {
  return ids.slice(person * ID, (person + 1) * ID);
}

/** The person of an id; undefined when he has no part in the network. */
export function personOf({ ids }: Pick<Network, 'ids'>, id: string): number | undefined {
  for (let at = ids.indexOf(id); at !== -1; at = ids.indexOf(id, at + 1)) if (at % ID === 0) return at / ID;
  return undefined;
}

/** A place outside is a bug, and reads as zero. */
function cell(values: Int32Array | Float64Array, at: number): number {
  return values[at] ?? 0;
}

function sum(values: Int32Array): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

function readPersons({ many, texts }: Bundle) {
  const ids = Array.from({ length: many }, () => '');
  const [wrote, arrived] = [new Int32Array(many), new Int32Array(many).fill(-1)];
  for (const text of texts) {
    for (const one of text.split(',')) {
      const [person, id = '', acts, day] = one.split(' ');
      const at = Number(person);
      ids[at] = id;
      wrote[at] = Number(acts);
      if (day !== '-') arrived[at] = Number(day);
    }
  }
  return { ids: ids.join(''), wrote, arrived };
}

const ZERO = 48;

/** Numbers are read digit by digit: millions of little texts would cost more than all that follows. */
function readTies({ many, texts }: Bundle) {
  const [from, to, weight] = [new Int32Array(many), new Int32Array(many), new Int32Array(many)];
  const columns = [from, to, weight];
  let [read, value, highest] = [0, 0, -1];
  const take = (): void => {
    const values = columns[read % 3];
    if (values !== undefined) values[Math.floor(read / 3)] = value;
    if (values !== weight) highest = Math.max(highest, value);
    read += 1;
    value = 0;
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit >= 0) value = value * 10 + digit;
      else take();
    }
    take();
  }
  return { from, to, weight, tied: highest + 1 };
}

/** Newcomers without a tie, the latest first. */
function aloneOf(arrived: Int32Array, tied: number): number[] {
  const alone: number[] = [];
  for (let person = tied; person < arrived.length; person += 1) if (cell(arrived, person) >= 0) alone.push(person);
  return alone.sort((a, b) => cell(arrived, b) - cell(arrived, a) || a - b);
}

/** The groups an overview can draw, with those in their middle. */
function groupsOf({ of, sizes }: Communities, out: Links, both: Links, arrived: Int32Array): Group[] {
  const count = sizes.length;
  const [newcomers, answers] = [new Int32Array(count), new Int32Array(count)];
  const core = Array.from({ length: Math.min(count, GROUPS) }, (): number[] => []);
  for (let person = 0; person < of.length; person += 1) {
    const group = cell(of, person);
    if (cell(arrived, person) >= 0) newcomers[group] = cell(newcomers, group) + 1;
    answers[group] = cell(answers, group) + answersWithin(out, of, person);
    const leaders = core[group];
    if (leaders !== undefined) keepStrongest(leaders, person, CORE, (one) => tiesOf(both, one));
  }
  return core.map((leaders, group) => ({
    persons: cell(sizes, group),
    newcomers: cell(newcomers, group),
    answers: cell(answers, group),
    core: leaders,
  }));
}

function tiesOf({ start }: Links, person: number): number {
  return cell(start, person + 1) - cell(start, person);
}

function answersWithin({ start, to, weight }: Links, of: Int32Array, person: number): number {
  let within = 0;
  for (let tie = cell(start, person); tie < cell(start, person + 1); tie += 1) {
    if (of[cell(to, tie)] === of[person]) within += cell(weight, tie);
  }
  return within;
}

/** Keeps the strongest of a list in order; of equals the one who came first. */
function keepStrongest(list: number[], one: number, most: number, strengthOf: (one: number) => number): void {
  const strength = strengthOf(one);
  const last = list.at(-1);
  if (list.length === most && last !== undefined && strengthOf(last) >= strength) return;
  const place = list.findIndex((other) => strengthOf(other) < strength);
  list.splice(place === -1 ? list.length : place, 0, one);
  if (list.length > most) list.pop();
}

/** Answers between the groups that are drawn, whichever way. */
function betweenOf({ of, sizes }: Communities, { size, start, to, weight }: Links): Between[] {
  const drawn = Math.min(GROUPS, sizes.length);
  const answers = new Int32Array(drawn * drawn);
  for (let person = 0; person < size; person += 1) {
    const group = cell(of, person);
    if (group >= drawn) continue;
    for (let tie = cell(start, person); tie < cell(start, person + 1); tie += 1) {
      const other = cell(of, cell(to, tie));
      if (other >= drawn || other === group) continue;
      const place = Math.min(group, other) * drawn + Math.max(group, other);
      answers[place] = cell(answers, place) + cell(weight, tie);
    }
  }
  const found: Between[] = [];
  for (const [place, count] of answers.entries()) {
    if (count > 0) found.push({ one: Math.floor(place / drawn), other: place % drawn, answers: count });
  }
  return found.sort((a, b) => b.answers - a.answers || a.one - b.one || a.other - b.other).slice(0, BETWEEN);
}

function bridgesOf({ share, pairs }: Betweenness, both: Links, { of }: Communities): Bridge[] {
  const strongest: number[] = [];
  for (let person = 0; person < share.length; person += 1) {
    if (cell(share, person) > 0) keepStrongest(strongest, person, BRIDGES, (one) => cell(share, one));
  }
  return strongest.map((person) => {
    const value = cell(share, person);
    const { low, high } = pairs === undefined ? { low: value, high: value } : wilson(value * pairs, pairs);
    return { person, share: value, low, high, groups: groupsAround(both, of, person) };
  });
}

function groupsAround({ start, to }: Links, of: Int32Array, person: number): number {
  const groups = new Set<number>();
  for (let tie = cell(start, person); tie < cell(start, person + 1); tie += 1) groups.add(cell(of, cell(to, tie)));
  return groups.size;
}
