import type { FigureQuery, FigureRefusal, Figures, FigureRow, Lent } from '#cockpit/figures/index.ts';
import type { Keeper, Kept } from '#cockpit/network/keeping/index.ts';
import { idOf, personOf, type Bundle, type Network, type Packed } from '#cockpit/network/measuring/index.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';
import { smallestGroupOf } from '#workspace/privacy/lookup.ts';
import { NETWORK, type Viewer } from './model.ts';
import {
  aroundGroup,
  aroundMember,
  arrivalOf,
  groupAt,
  hiddenGroups,
  isHidden,
  overviewOf,
  personsIn,
} from './rules.ts';
import { namesOf } from './views.ts';
import type { AroundQuery, AroundView, NetworkView, Person } from './wire.ts';

export interface NetworkDeps {
  readonly database: Database;
  readonly figures: Pick<Figures, 'lend'>;
  readonly keeper: Keeper;
}

/** Who asks: whether he may see names, and a signal that says when he has left. */
export interface Caller {
  readonly scope: Scope;
  readonly mayName: boolean;
  readonly signal: AbortSignal;
}

type Question = Omit<FigureQuery, 'compare'>;
type Hidden = Extract<NetworkView, { state: 'unavailable' }>;
type Refused = FigureRefusal | 'network/one_of_two' | 'network/not_allowed' | 'network/stale' | 'network/left';

/** A network, and what its viewer may see of it. */
interface Found {
  readonly kept: Kept;
  readonly viewer: Viewer;
}

const FIGURE = 'reply_graph';

/** The network as a whole. */
export async function overview(
  deps: NetworkDeps,
  caller: Caller,
  query: Question,
): Promise<Result<NetworkView, Refused>> {
  const found = await networkOf(deps, caller, query, undefined);
  if (!found.ok) return found;
  if ('state' in found.value) return yes(found.value);
  const { kept, viewer } = found.value;
  const who = await namer(deps, caller, kept.network, personsIn(kept.network));
  return yes({ ...overviewOf(kept, viewer, who), request: kept.request });
}

/** One member, or one group of the network. */
export async function around(
  deps: NetworkDeps,
  caller: Caller,
  { member, community, snapshot, ...query }: AroundQuery,
): Promise<Result<AroundView, Refused>> {
  if ((member === undefined) === (community === undefined)) return no('network/one_of_two');
  if (member !== undefined && !caller.mayName) return no('network/not_allowed');
  const found = await networkOf(deps, caller, query, snapshot);
  if (!found.ok) return found;
  if ('state' in found.value) return yes(found.value);
  return member === undefined
    ? await oneGroup(deps, caller, found.value, community ?? 0)
    : await oneMember(deps, caller, found.value.kept, member);
}

async function oneGroup(
  deps: NetworkDeps,
  caller: Caller,
  { kept, viewer }: Found,
  id: number,
): Promise<Result<AroundView, Refused>> {
  const { network, window, snapshot } = kept;
  const persons = network.sizes[id];
  if (persons === undefined || hiddenGroups(network, viewer).has(id)) return no('http/not_found');
  const { members, ties, tiesInAll } = aroundGroup(network, id);
  const place = new Map(members.map(({ person }, at) => [person, at]));
  const who = await namer(deps, caller, network, [...place.keys()]);
  return yes({
    state: 'group',
    window,
    snapshot,
    can: { name: viewer.mayName },
    id,
    persons,
    members: members.map(({ person, ties: count }) => ({
      who: who(person),
      ties: count,
      arrived: viewer.mayName ? arrivalOf(network, window, person) : null,
    })),
    ties: ties.map(({ one, other, answers }) => ({ one: place.get(one) ?? 0, other: place.get(other) ?? 0, answers })),
    tiesInAll,
    request: requestAround(kept, `community=${String(id)}`),
  });
}

async function oneMember(
  deps: NetworkDeps,
  caller: Caller,
  kept: Kept,
  id: string,
): Promise<Result<AroundView, Refused>> {
  const { network, window, snapshot } = kept;
  const person = personOf(network, id);
  const request = requestAround(kept, `member=${id}`);
  if (person === undefined) {
    const name = (await deps.database.inScope(caller.scope, (db) => namesOf(db, [id]))).get(id);
    if (name === undefined) return no('http/not_found');
    // Somebody who wrote nothing in the window, and whom nobody answered in it.
    const who = { id, name, number: 0 };
    const none = { group: null, wrote: 0, arrived: null, ties: [], all: 0 };
    return yes({ state: 'member', window, snapshot, who, ...none, request });
  }
  const { neighbours, all } = aroundMember(network, person);
  const who = await namer(deps, caller, network, [person, ...neighbours.map((one) => one.person)]);
  return yes({
    state: 'member',
    window,
    snapshot,
    who: who(person),
    group: person < network.tied ? groupAt(network, person) : null,
    wrote: network.wrote[person] ?? 0,
    arrived: arrivalOf(network, window, person),
    ties: neighbours.map(({ person: other, ...answers }) => ({
      who: who(other),
      group: groupAt(network, other),
      ...answers,
    })),
    all,
    request,
  });
}

function requestAround({ request }: Kept, what: string): string {
  return `${request.replace(`${FIGURE}/network`, `${FIGURE}/around`)}&${what}`;
}

/** Names for some persons; numbers where names are hidden. */
async function namer(
  { database }: NetworkDeps,
  { scope, mayName }: Caller,
  network: Network,
  persons: readonly number[],
): Promise<(person: number) => Person> {
  if (!mayName) return (person) => ({ id: null, name: null, number: person + 1 });
  const ids = [...new Set(persons)].map((person) => idOf(network, person));
  const names = await database.inScope(scope, (db) => namesOf(db, ids));
  return (person) => {
    const id = idOf(network, person);
    return { id, name: names.get(id) ?? null, number: person + 1 };
  };
}

/** The network somebody walks through, or that of the facts as they are: kept, being measured, or measured now. */
async function networkOf(
  deps: NetworkDeps,
  caller: Caller,
  query: Question,
  snapshot: string | undefined,
): Promise<Result<Found | Hidden, Refused>> {
  const { keeper, database } = deps;
  const { scope, mayName } = caller;
  const asked = JSON.stringify(query);
  const again = snapshot === undefined ? undefined : keeper.again(scope, asked, snapshot);
  if (snapshot !== undefined && again === undefined) return no('network/stale');
  const found = again === undefined ? await measured(deps, caller, query, asked) : yes(again);
  if (!found.ok) return found;
  if ('state' in found.value) return yes(found.value);
  const viewer = { mayName, k: await database.inScope(scope, smallestGroupOf) };
  if (isHidden(found.value.network, viewer)) return yes({ state: 'unavailable', reason: 'few_persons' });
  return yes({ kept: found.value, viewer });
}

async function measured(
  { figures, keeper }: NetworkDeps,
  { scope, mayName, signal }: Caller,
  query: Question,
  asked: string,
): Promise<Result<Kept | Hidden, Refused>> {
  const work = async (frame: Lent) => {
    const { key, window, unavailable } = frame;
    const about = { scope, asked, window, request: frame.requestOf(`${FIGURE}/network`) };
    const known = key === undefined ? undefined : keeper.find(scope, key);
    const isAsked = unavailable === undefined && known === undefined;
    return { key, about, known, unavailable, packed: packedOf(isAsked ? await frame.rows(NETWORK) : []) };
  };
  const lent = await figures.lend(scope, FIGURE, { ...query, compare: 'both' }, work, !mayName);
  if (!lent.ok) return lent;
  const { key, about, known, unavailable, packed } = lent.value;
  if (unavailable !== undefined) return yes({ state: 'unavailable', reason: unavailable });
  if (known !== undefined) return yes(known);
  if (packed.ties.many === 0) return yes({ state: 'unavailable', reason: 'nothing_to_measure' });
  // Beside the transaction: the copy is not to be held while sums go on elsewhere.
  try {
    return yes(await keeper.measure(key, about, packed, signal));
  } catch (error) {
    // Leaving is nobody's fault, and nobody is there to read the answer.
    if (signal.aborted) return no('network/left');
    throw error;
  }
}

function packedOf(rows: readonly FigureRow[]): Packed {
  const bundleOf = (what: string): Bundle => {
    const own = rows.filter((row) => row['what'] === what);
    return {
      many: own.reduce((sum, row) => sum + Number(row['many']), 0),
      texts: own.map((row) => String(row['texts'])),
    };
  };
  return { persons: bundleOf('person'), ties: bundleOf('tie') };
}
