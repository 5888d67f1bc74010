import type { By, Doing, FunctionName } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { flagRenewal } from '#workspace/sessions/index.ts';
import type { ColleagueChange, HouseTitle } from './model.ts';
import { changedFields, losesLastAdmin, tidy } from './rules.ts';
import {
  adminsForUpdate,
  colleagueForUpdate,
  deleteTitle,
  insertTitle,
  isTitleTaken,
  markLeft,
  titleForUpdate,
  updateColleague,
  updateTitle,
} from './store.ts';

export interface TeamDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type ColleagueCode = 'http/not_found' | 'team/stale' | 'team/last_admin';
type TitleCode = 'http/not_found' | 'team/stale' | 'team/title_taken';

interface TitleChange {
  readonly version: number;
  readonly name?: string;
  readonly functions?: readonly FunctionName[];
}

export type Team = ReturnType<typeof createTeam>;

/** Colleagues and the house's titles. Who may call is in the permission table. */
export function createTeam({ database, clock }: TeamDeps) {
  return {
    change: (doing: Doing, id: string, version: number, change: ColleagueChange) =>
      database.inScope(doing.scope, (db) => changeColleague(db, doing, clock.now(), { id, version, change })),

    /** From the next request on, his sessions no longer open this workspace. Keys he made stay: they are the workspace's. */
    remove: (scope: Scope, by: By, id: string) =>
      database.inScope(scope, (db) => removeColleague(db, by, clock.now(), id)),

    addTitle: (scope: Scope, by: By, asked: { readonly name: string; readonly functions: readonly FunctionName[] }) =>
      database.inScope(scope, async (db): Promise<Result<HouseTitle, TitleCode>> => {
        const now = clock.now();
        const title = { id: newId(now), name: asked.name, functions: tidy(asked.functions), version: 1 };
        if (!(await insertTitle(db, title))) return no('team/title_taken');
        const after = { name: title.name, functions: title.functions };
        await record(db, by, now, { action: 'title.added', objectType: 'title', objectId: title.id, after });
        return yes(title);
      }),

    changeTitle: (doing: Doing, id: string, change: TitleChange) =>
      database.inScope(doing.scope, (db) => changeTitle(db, doing, clock.now(), id, change)),

    removeTitle: (scope: Scope, by: By, id: string) =>
      database.inScope(scope, async (db): Promise<Result<void, TitleCode>> => {
        const title = await titleForUpdate(db, id);
        if (title === undefined) return no('http/not_found');
        await deleteTitle(db, id);
        const before = { name: title.name, functions: title.functions };
        await record(db, by, clock.now(), { action: 'title.removed', objectType: 'title', objectId: id, before });
        return yes(undefined);
      }),
  };
}

async function changeColleague(
  db: Scoped,
  { by, language }: Doing,
  now: Date,
  { id, version, change }: { readonly id: string; readonly version: number; readonly change: ColleagueChange },
): Promise<Result<void, ColleagueCode>> {
  const admins = await adminsForUpdate(db);
  const before = await colleagueForUpdate(db, id);
  if (before === undefined) return no('http/not_found');
  if (before.version !== version) {
    const read = { objectType: 'colleague', objectId: id, version };
    return no('team/stale', { version: before.version, ...(await changedSince(db, read, 'team', language)) });
  }
  const functions = tidy(change.functions ?? before.functions);
  if (losesLastAdmin(admins, id, functions)) return no('team/last_admin');
  await updateColleague(db, id, { ...change, functions });
  if (functions.join() !== before.functions.join()) await flagRenewal(db.tx, before.personId);
  const title = change.title === undefined ? before.title : change.title;
  await record(db, by, now, {
    action: 'colleague.changed',
    objectType: 'colleague',
    objectId: id,
    before: { functions: before.functions, title: before.title ?? null },
    after: {
      version: version + 1,
      changed: changedFields(before, { functions, title: title ?? undefined }),
      functions,
      title: title ?? null,
    },
  });
  return yes(undefined);
}

async function removeColleague(db: Scoped, by: By, now: Date, id: string): Promise<Result<void, ColleagueCode>> {
  const admins = await adminsForUpdate(db);
  const colleague = await colleagueForUpdate(db, id);
  if (colleague === undefined) return no('http/not_found');
  if (losesLastAdmin(admins, id, [])) return no('team/last_admin');
  await markLeft(db, colleague, now);
  await flagRenewal(db.tx, colleague.personId);
  const before = { functions: colleague.functions };
  await record(db, by, now, { action: 'colleague.removed', objectType: 'colleague', objectId: id, before });
  return yes(undefined);
}

async function changeTitle(
  db: Scoped,
  { by, language }: Doing,
  now: Date,
  id: string,
  change: TitleChange,
): Promise<Result<HouseTitle, TitleCode>> {
  const before = await titleForUpdate(db, id);
  if (before === undefined) return no('http/not_found');
  if (before.version !== change.version) {
    const read = { objectType: 'title', objectId: id, version: change.version };
    return no('team/stale', { version: before.version, ...(await changedSince(db, read, 'team', language)) });
  }
  const name = change.name ?? before.name;
  if (await isTitleTaken(db, name, id)) return no('team/title_taken');
  const after = { name, functions: tidy(change.functions ?? before.functions) };
  await updateTitle(db, id, after);
  const said = { name: before.name, functions: before.functions };
  const told = { version: before.version + 1, changed: changedFields(before, after), ...after };
  await record(db, by, now, { action: 'title.changed', objectType: 'title', objectId: id, before: said, after: told });
  return yes({ ...before, ...after, version: before.version + 1 });
}
