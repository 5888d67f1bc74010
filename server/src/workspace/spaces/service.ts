import type { By, FunctionName } from '#kernel/actor.ts';
import { FUNCTIONS } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { personById, setLastSpace } from '#workspace/people/index.ts';
import { insertColleague } from '#workspace/team/index.ts';
import { seatOf } from '#workspace/team/lookup.ts';
import type { Space, SpaceChange } from './model.ts';
import { isZone, nthSlug, slugOf } from './rules.ts';
import { insertSpace, spaceBySlug, spaceForUpdate, spacesOf, updateSpace } from './store.ts';

export interface SpacesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** What other stages begin for a workspace, in the transaction that opens it. */
  readonly onOpened: (db: Scoped) => Promise<void>;
}

export interface NewSpace {
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
  readonly isDemo?: boolean;
}

/** A workspace a person may enter, and what he may do there. */
export interface SeatedSpace extends Space {
  readonly colleagueId: string;
  readonly functions: readonly FunctionName[];
  readonly title: string | undefined;
}

const SLUGS_TRIED = 50;

/**
 * Opens the workspace of this scope (a new id) and gives `personId` every function in it. For callers that hold the
 * transaction; the zone must have been checked.
 */
export async function openSpace(db: Scoped, personId: string, asked: NewSpace, now: Date): Promise<Space> {
  const space = await withFreeSlug(db, asked, now);
  const id = newId(now);
  await insertColleague(db, { id, personId, functions: FUNCTIONS, title: undefined, joinedAt: now });
  const after = { name: space.name, zone: space.zone, language: space.language };
  const by: By = { kind: 'person', colleagueId: id };
  await record(db, by, now, { action: 'workspace.opened', objectType: 'workspace', objectId: space.id, after });
  return space;
}

async function withFreeSlug(db: Scoped, asked: NewSpace, now: Date): Promise<Space> {
  for (let tried = 0; tried < SLUGS_TRIED; tried += 1) {
    const slug = nthSlug(slugOf(asked.name), tried);
    const space = { slug, name: asked.name, zone: asked.zone, language: asked.language, isDemo: asked.isDemo ?? false };
    if (await insertSpace(db, space, now)) return { id: db.scope.workspaceId, ...space };
  }
  throw new Error('No free slug left for this name.');
}

export type Spaces = ReturnType<typeof createSpaces>;

/** The workspaces of the installation. */
export function createSpaces(deps: SpacesDeps) {
  const { database, clock } = deps;
  const installation = database.installation;
  return {
    /** Opens a workspace in the transaction of whoever lets its first person in; the zone must have been checked. */
    openIn: (db: Scoped, personId: string, asked: NewSpace) => openIn(deps, db, personId, asked),

    /** Opens a further workspace, for whoever runs the installation; he holds every function in it. */
    open: (personId: string, asked: NewSpace) => openFor(deps, personId, asked),

    async change(scope: Scope, by: By, change: SpaceChange): Promise<Result<Space, ChangeCode>> {
      if (change.zone !== undefined && !isZone(change.zone)) return no('workspace/zone_unknown', { zone: change.zone });
      return database.inScope(scope, (db) => changeSpace(db, by, clock.now(), change));
    },

    /** The workspace of that slug as the person may enter it; undefined alike when it does not exist or is not his. */
    async enter(personId: string, slug: string): Promise<SeatedSpace | undefined> {
      const space = await spaceBySlug(installation, slug);
      return space === undefined ? undefined : seated(database, space, personId);
    },

    /** Where a person goes who does not say where to: where he was last, else the first by name. */
    async enterDefault(personId: string, lastSpaceId: string | undefined): Promise<SeatedSpace | undefined> {
      const all = await spacesOf(installation, personId);
      const space = all.find(({ id }) => id === lastSpaceId) ?? all[0];
      return space === undefined ? undefined : seated(database, space, personId);
    },

    /** All workspaces of a person, by name, with what he may do in each. */
    async of(personId: string): Promise<readonly SeatedSpace[]> {
      const entered: SeatedSpace[] = [];
      for (const space of await spacesOf(installation, personId)) {
        const one = await seated(database, space, personId);
        if (one !== undefined) entered.push(one);
      }
      return entered;
    },

    /** Whether the workspace of a scope has that slug. */
    async isCalled(scope: Scope, slug: string): Promise<boolean> {
      return (await spaceBySlug(installation, slug))?.id === scope.workspaceId;
    },

    remember: (personId: string, spaceId: string): Promise<void> => setLastSpace(installation, personId, spaceId),
  };
}

type OpenCode = 'http/not_allowed' | 'workspace/zone_unknown';
type ChangeCode = 'http/not_found' | 'workspace/zone_unknown';

async function openIn({ clock, onOpened }: SpacesDeps, db: Scoped, personId: string, asked: NewSpace): Promise<Space> {
  const space = await openSpace(db, personId, asked, clock.now());
  await onOpened(db);
  return space;
}

async function openFor(deps: SpacesDeps, personId: string, asked: NewSpace): Promise<Result<Space, OpenCode>> {
  const { database, clock } = deps;
  const person = await personById(database.installation, personId);
  if (person?.operator !== true) return no('http/not_allowed');
  if (!isZone(asked.zone)) return no('workspace/zone_unknown', { zone: asked.zone });
  const scope = { workspaceId: newId(clock.now()) };
  return yes(await database.inScope(scope, (db) => openIn(deps, db, personId, asked)));
}

async function seated(database: Database, space: Space, personId: string): Promise<SeatedSpace | undefined> {
  const seat = await database.inScope({ workspaceId: space.id }, (db) => seatOf(db, personId));
  return seat === undefined ? undefined : { ...space, ...seat };
}

async function changeSpace(db: Scoped, by: By, now: Date, change: SpaceChange): Promise<Result<Space, ChangeCode>> {
  const before = await spaceForUpdate(db);
  if (before === undefined) return no('http/not_found');
  if (Object.keys(change).length > 0) await updateSpace(db, change);
  const after = { ...before, ...change };
  await record(db, by, now, {
    action: 'workspace.changed',
    objectType: 'workspace',
    objectId: before.id,
    before: { name: before.name, zone: before.zone, language: before.language },
    after: { name: after.name, zone: after.zone, language: after.language },
  });
  return yes(after);
}
