import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Route } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import type { Reply } from './browser.ts';
import type { Caller, Outcome } from './matrix.ts';

type Asker = Pick<Caller, 'browser' | 'headers'>;

export interface KnownIds {
  /** By the name of the parameter, in the path, the query or the body: one of this workspace, one of another. */
  readonly ids: Readonly<Record<string, { readonly own: string; readonly foreign: string }>>;
  /** By route key: a body the route accepts, where it needs one to come as far as its ids; ids are put in. */
  readonly bodies?: Readonly<Record<string, object>>;
  /** By route key: what the query must say besides ids. */
  readonly queries?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands in addresses and is a word of the product, the same in every workspace: no id of anybody's. */
export const NAMED = { figureId: 'active_members', indicator: 'presence', responsibility: 'vision' } as const;

/** Where a route takes an id. */
interface Slot {
  readonly where: 'path' | 'query' | 'body';
  readonly name: string;
  /** A list is taken as well. */
  readonly isList: boolean;
}

/**
 * Every route with ids, in path, query and body, every mix of own and foreign ones: a mix with foreign ids answers
 * exactly as one with ids that do not exist; ids that name what is asked for (path, body) answer 404. Routes whose ids
 * are not known are told as surprises, so that none is forgotten.
 */
export async function idMatrix(routes: readonly Route[], caller: Asker, known: KnownIds): Promise<Outcome> {
  const surprises: string[] = [];
  let cells = 0;
  for (const route of routes) {
    const slots = slotsOf(route, known);
    const unknown = slots.filter(({ name }) => known.ids[name] === undefined);
    if (route.inWorkspace && unknown.length > 0)
      surprises.push(`${routeKey(route)}: no id known for ${unknown.map(({ name }) => name).join(', ')}`);
    if (unknown.length > 0) continue;
    for (const [mix, alongside] of variants(slots)) {
      const values = (idOf: (slot: Slot) => string) =>
        new Map([...mix].map((slot) => [slot, { id: idOf(slot), alongside: alongside && slot.isList }]));
      const missing = values(() => randomUUID());
      const strange = values((slot) => known.ids[slot.name]?.foreign ?? '');
      const [one, other] = [
        await ask(route, caller, known, slots, strange),
        await ask(route, caller, known, slots, missing),
      ];
      cells += 1;
      const isAsked = [...mix].some(({ where }) => where !== 'query');
      const isRight =
        one.status === other.status && one.text === other.text && (isAsked ? one.status === 404 : one.status < 500);
      if (!isRight) surprises.push(tell(route, mix, one, other));
    }
  }
  return { cells, surprises };
}

function tell(route: Route, mix: ReadonlySet<Slot>, one: Told, other: Told): string {
  const names = [...mix].map(({ where, name }) => `${where} ${name}`).join(', ');
  const told = one.status === other.status ? `\n  ${one.text.slice(0, 300)}\n  ${other.text.slice(0, 300)}` : '';
  return `${routeKey(route)} with foreign ${names}: ${one.status}, missing: ${other.status}${told}`;
}

/** Ids of the path, ids by their form in query and body, and texts of the query that are known to be ids. */
function slotsOf(route: Route, { ids }: KnownIds): readonly Slot[] {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !(name in NAMED));
  const query = Object.keys(route.query?.shape ?? {}).filter((name) => name.endsWith('Id') && ids[name] !== undefined);
  const isList = (name: string): boolean =>
    route.query !== undefined && route.query.partial().safeParse({ [name]: [randomUUID(), randomUUID()] }).success;
  return [
    ...path.map((name) => ({ where: 'path', name, isList: false }) as const),
    ...[...new Set([...uuidsIn(route.query), ...query])].map(
      (name) => ({ where: 'query', name, isList: isList(name) }) as const,
    ),
    ...uuidsIn(route.body).map((name) => ({ where: 'body', name, isList: false }) as const),
  ];
}

interface Schema {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

function uuidsIn(schema: z.ZodType | undefined): readonly string[] {
  if (schema === undefined) return [];
  const told = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return [...new Set(namesOf(told, ''))];
}

function namesOf({ format, properties = {}, items, anyOf = [] }: Schema, at: string): readonly string[] {
  const inner = Object.entries(properties).flatMap(([name, one]) => namesOf(one, at === '' ? name : `${at}.${name}`));
  const others = [...anyOf, ...(items === undefined ? [] : [items])].flatMap((one) => namesOf(one, at));
  return [...(format === 'uuid' ? [at] : []), ...inner, ...others];
}

/** The address of a route, with the words of the product in it. */
function addressOf({ path }: Route): string {
  return path.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    name in NAMED ? NAMED[name as keyof typeof NAMED] : hole,
  );
}

type Told = Pick<Reply, 'status' | 'text'>;

/** One call; in the answer, ids that the call brought from elsewhere read the same. */
async function ask(
  route: Route,
  { browser, headers }: Asker,
  known: KnownIds,
  slots: readonly Slot[],
  replaced: ReadonlyMap<Slot, { readonly id: string; readonly alongside: boolean }>,
): Promise<Told> {
  const key = routeKey(route);
  const ownOf = (slot: Slot): string => known.ids[slot.name]?.own ?? '';
  const valueOf = (slot: Slot): string => replaced.get(slot)?.id ?? ownOf(slot);
  const at = (where: Slot['where']) => slots.filter((slot) => slot.where === where);
  let path = addressOf(route);
  for (const slot of at('path')) path = path.replace(`{${slot.name}}`, valueOf(slot));
  const query = new URLSearchParams({ ...known.queries?.[key] });
  for (const slot of at('query')) {
    query.append(slot.name, valueOf(slot));
    if (replaced.get(slot)?.alongside === true) query.append(slot.name, ownOf(slot));
  }
  let body: object | undefined = known.bodies?.[key];
  for (const slot of at('body')) body = withValue(body ?? {}, slot.name.split('.'), valueOf(slot));
  const { status, text } = await browser.call(route.method.toUpperCase(), `${path}?${query.toString()}`, body, headers);
  let plain = text;
  for (const { id } of replaced.values()) plain = plain.replaceAll(id, '‹id›');
  return { status, text: plain };
}

function withValue(body: object, [name = '', ...rest]: readonly string[], value: string): object {
  if (rest.length === 0) return { ...body, [name]: value };
  const inner: unknown = Object.entries(body).find(([one]) => one === name)?.[1];
  return { ...body, [name]: withValue(typeof inner === 'object' && inner !== null ? inner : {}, rest, value) };
}

/** Every choice of foreign ids but none at all; where one is taken in a list, also alongside an own one. */
function variants(slots: readonly Slot[]): readonly (readonly [mix: ReadonlySet<Slot>, alongside: boolean])[] {
  const all = Array.from({ length: 2 ** slots.length - 1 }, (_, at) => at + 1);
  return all.flatMap((bits) => {
    const mix = new Set(slots.filter((_, place) => (bits & (1 << place)) !== 0));
    return [...mix].some(({ isList }) => isList)
      ? [[mix, false] as const, [mix, true] as const]
      : [[mix, false] as const];
  });
}
