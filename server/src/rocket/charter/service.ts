import { sql } from 'kysely';
import type { By, FunctionName } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { read, together } from '#platform/db/index.ts';
import { RESPONSIBILITIES } from '#rocket/charter/duties/index.ts';
import { record } from '#workspace/audit/index.ts';
import { eventsAbout } from '#workspace/audit/lookup.ts';
import { house, inItsZone } from '#workspace/spaces/lookup.ts';
import { type Colleague, colleagueRows, colleagues } from '#workspace/team/lookup.ts';
import { deeds, holdings } from './lookup.ts';
import type { Deed, Holding, Line } from './model.ts';
import { mayWrite } from './policy.ts';
import { lineOf, pilotsIn, proposed, stillHere } from './rules.ts';
import { deleteHolding, letterForUpdate, lockCharter, putHoldings } from './store.ts';
import { heldTitles, titles } from './views.ts';
import type { CharterLine, CharterView, SetLetter } from './wire.ts';

export interface CharterDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Days of the record that stand beside the charter. */
const SPAN = 90;

/** The charter beside what the record shows of the last 90 days, today included. */
export function charterPage(
  { database, clock }: CharterDeps,
  scope: Scope,
  functions: readonly FunctionName[],
): Promise<CharterView> {
  return database.inScope(scope, async (db) => {
    const daysIn = (zone: string) => {
      const until = addDays(dayIn(zone, clock.now()), 1);
      return { from: addDays(until, -SPAN), until };
    };
    const known = await inItsZone(db, (zone) =>
      together(db, {
        holdings: holdings(db),
        colleagues: colleagueRows(db),
        deeds: deeds(db, { ...daysIn(zone), zone }),
        titles: titles(db),
        held: heldTitles(db),
        houses: house(db),
      }),
    );
    const people = stillHere(known.colleagues);
    const titleOf = new Map(known.held.map(({ id, title }) => [id, title]));
    return {
      items: RESPONSIBILITIES.map((one) => viewOf(lineOf(one, known.holdings, people, known.deeds))),
      people: people.map(({ id, name, functions: held }) => ({
        id,
        name,
        functions: [...held],
        title: titleOf.get(id) ?? null,
      })),
      titles: [...known.titles],
      window: daysIn(known.houses[0]?.zone ?? 'UTC'),
      isBlank: known.holdings.length === 0,
      can: { set: mayWrite(functions) },
    };
  });
}

interface Known {
  readonly holdings: readonly Holding[];
  readonly colleagues: readonly Colleague[];
  readonly deeds: readonly Deed[];
}

/** How many persons are declared for the pilot's responsibilities, were seen at them over these days, and both. */
export function pilotTraces(known: Known): { declared: number; acting: number; both: number } {
  const people = stillHere(known.colleagues);
  return pilotsIn(RESPONSIBILITIES.map((one) => lineOf(one, known.holdings, people, known.deeds)));
}

function viewOf({ responsibility, holdings, people, issues }: Line): CharterLine {
  const { id, stage, name, about, isPilots, traces } = responsibility;
  const functions: CharterLine['functions'] = {};
  for (const holding of holdings) if (holding.function !== null) functions[holding.function] = holding.letter;
  const ownOf = (colleagueId: string) =>
    holdings.find((holding) => holding.colleagueId === colleagueId)?.letter ?? null;
  return {
    id,
    stage,
    name,
    about,
    isPilots,
    isTraced: traces.length > 0,
    functions,
    people: people.map((one) => ({ ...one, own: ownOf(one.colleagueId) })),
    issues: [...issues],
  };
}

type SetCode = 'http/not_found' | 'http/not_allowed' | 'charter/stale';

/** Gives a function or a person a letter, or takes it away. A letter changed meanwhile is not written over. */
export function setLetter(
  { database, clock }: CharterDeps,
  scope: Scope,
  by: By,
  responsibility: string,
  { function: name, colleagueId, was, letter }: SetLetter,
): Promise<Result<undefined, SetCode>> {
  return database.inScope(scope, async (db) => {
    if (!RESPONSIBILITIES.some(({ id }) => id === responsibility)) return no('http/not_found');
    if (by.kind !== 'person') return no('http/not_allowed');
    if (colleagueId !== null && !(await isHere(db, colleagueId))) return no('http/not_found');
    const who = { responsibility, function: name, colleagueId };
    const holder = name ?? colleagueId;
    const before = await letterForUpdate(db, who);
    if (before !== was)
      return no('charter/stale', { letter: before ?? 'none', by: await whoSet(db, responsibility, holder, before) });
    if (before === letter) return yes(undefined);
    const now = clock.now();
    if (letter === null) await deleteHolding(db, who);
    else await putHoldings(db, [{ ...who, letter, id: newId(now), setBy: by.colleagueId, setAt: now }]);
    await record(db, by, now, {
      action: 'charter.changed',
      objectType: 'responsibility',
      objectId: responsibility,
      before: { holder, letter: before },
      after: { holder, letter },
    });
    return yes(undefined);
  });
}

const MOST_EVENTS = 50;

/** Who gave somebody the letter he has now, or took it away; 'none' where the record does not say. */
async function whoSet(db: Scoped, responsibility: string, holder: string | null, letter: string | null) {
  const events = await read(db, eventsAbout(db, 'responsibility', sql`select ${responsibility}`, MOST_EVENTS));
  const told = events.flatMap(({ name, after }) => ({ name, ...Object(after) }) as Partial<Told>);
  const last = told.find((one) => one.holder === holder);
  return last?.letter === letter ? (last.name ?? 'none') : 'none';
}

interface Told {
  readonly name: string | undefined;
  readonly holder: string;
  readonly letter: string | null;
}

async function isHere(db: Scoped, colleagueId: string): Promise<boolean> {
  return stillHere(await colleagues(db)).some(({ id }) => id === colleagueId);
}

/** Fills what the charter does not say yet with who usually holds it; answers how many lines that made. */
export function takeProposal(
  { database, clock }: CharterDeps,
  scope: Scope,
  by: By,
): Promise<Result<{ lines: number }, 'http/not_allowed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    await lockCharter(db);
    const lines = proposed(RESPONSIBILITIES, await read(db, holdings(db)));
    if (lines.length === 0) return yes({ lines: 0 });
    const now = clock.now();
    await putHoldings(
      db,
      lines.map((line) => ({ ...line, id: newId(now), setBy: by.colleagueId, setAt: now })),
    );
    await record(db, by, now, {
      action: 'charter.proposal_taken',
      objectType: 'charter',
      objectId: scope.workspaceId,
      after: { lines: lines.length },
    });
    return yes({ lines: lines.length });
  });
}
