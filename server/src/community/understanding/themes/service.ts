import type { By, Doing } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Topic } from '#platform/topics/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { themeNamed, themesOf } from './lookup.ts';
import type { StoredTheme } from './model.ts';
import { isLive, nameFrom, pickTerms, reconcile } from './rules.ts';
import * as store from './store.ts';
import type { ThemeMerge, ThemePatch, ThemeSplit } from './wire.ts';

export interface ThemesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Texts are to be read again, in the transaction of the correction. */
  readonly askReading: (db: Scoped) => Promise<void>;
  readonly onChanged: (scope: Scope) => void;
}

type Refused = 'http/not_found' | 'theme/stale' | 'theme/gone';
type Done<Code extends string = Refused> = Promise<Result<undefined, Code>>;

interface Correction extends Doing {
  readonly themeId: string;
  readonly version: number;
}

/** One correction: the theme as it stands, what is done to it, the record, and the texts read again. */
async function correct<Code extends string>(
  deps: ThemesDeps,
  { scope, by, language, themeId, version }: Correction,
  work: (
    db: Scoped,
    theme: StoredTheme,
    all: readonly StoredTheme[],
    at: Date,
  ) => Promise<Result<{ readonly action: string; readonly after: object }, Code>>,
): Done<Code | Refused> {
  const result = await deps.database.inScope(scope, async (db): Promise<Result<undefined, Code | Refused>> => {
    await store.takeTurn(db);
    const all = await themesOf(db, true);
    const theme = all.find(({ id }) => id === themeId);
    if (theme === undefined) return no('http/not_found');
    if (theme.version !== version) {
      const read = { objectType: 'theme', objectId: themeId, version };
      return no('theme/stale', { ...(await changedSince(db, read, 'theme', language)) });
    }
    const at = deps.clock.now();
    const done = await work(db, theme, all, at);
    if (!done.ok) return done;
    const { action, after } = done.value;
    await record(db, by, at, {
      action: `theme.${action}`,
      objectType: 'theme',
      objectId: themeId,
      after: { version: version + 1, ...after },
    });
    await deps.askReading(db);
    return yes(undefined);
  });
  if (result.ok) deps.onChanged(scope);
  return result;
}

/** The event of the other theme of two, which a correction changed as well. */
async function told(
  db: Scoped,
  by: By,
  at: Date,
  { id, version }: StoredTheme,
  { action, after }: { readonly action: string; readonly after: object },
): Promise<void> {
  await record(db, by, at, { action, objectType: 'theme', objectId: id, after: { version: version + 1, ...after } });
}

/** Renames a theme, sets it aside, or takes it up again. */
export function patchTheme(deps: ThemesDeps, doing: Doing, themeId: string, patch: ThemePatch): Done {
  const { version, name, retired } = patch;
  return correct<'theme/gone'>(deps, { ...doing, themeId, version }, async (db, theme, _, at) => {
    if (theme.mergedInto !== null) return no('theme/gone');
    await store.shapeTheme(db, themeId, {
      ...(name === undefined ? {} : { name_fr: name.fr, name_en: name.en, named_by: 'person' }),
      ...(retired === undefined ? {} : { retired_at: retired ? at : null }),
    });
    if (retired === true) await store.forgetMentions(db, themeId);
    return yes({
      action: 'changed',
      after: {
        changed: [
          ...(name === undefined ? [] : ['name']),
          ...(retired === undefined ? [] : [retired ? 'set_aside' : 'taken_up']),
        ],
        ...(retired === undefined ? {} : { retired }),
      },
    });
  });
}

/** Makes a theme part of another, with its terms and what people said of its threads. */
export function mergeTheme(
  deps: ThemesDeps,
  doing: Doing,
  themeId: string,
  { version, intoId }: ThemeMerge,
): Done<Refused | 'theme/same_theme'> {
  return correct<'http/not_found' | 'theme/gone' | 'theme/same_theme'>(
    deps,
    { ...doing, themeId, version },
    async (db, theme, all, at) => {
      const into = all.find(({ id }) => id === intoId);
      if (into === undefined) return no('http/not_found');
      if (intoId === themeId) return no('theme/same_theme');
      if (!isLive(theme) || !isLive(into)) return no('theme/gone');
      await store.shapeTheme(db, intoId, {
        terms: [...into.terms, ...theme.terms],
        written: [...into.written, ...theme.written],
      });
      await store.shapeTheme(db, themeId, { merged_into: intoId });
      await store.moveThreads(db, themeId, intoId);
      await told(db, doing.by, at, into, { action: 'theme.took_in', after: { fromId: themeId } });
      return yes({ action: 'merged', after: { intoId } });
    },
  );
}

/** Undoes a merge: the theme stands by itself again, and takes its terms along. */
export function unmergeTheme(
  deps: ThemesDeps,
  doing: Doing,
  themeId: string,
  version: number,
): Done<Refused | 'theme/not_merged'> {
  return correct<'theme/not_merged'>(deps, { ...doing, themeId, version }, async (db, theme, all, at) => {
    const into = all.find(({ id }) => id === theme.mergedInto);
    if (into === undefined) return no('theme/not_merged');
    const own = new Set(theme.terms);
    const staying = [...into.terms.keys()].filter((place) => !own.has(into.terms[place] ?? ''));
    const { terms, written } = pickTerms(into, staying);
    await store.shapeTheme(db, into.id, { terms: [...terms], written: [...written] });
    await store.shapeTheme(db, themeId, { merged_into: null });
    await told(db, doing.by, at, into, { action: 'theme.gave_back', after: { toId: themeId } });
    return yes({ action: 'unmerged', after: { intoId: into.id } });
  });
}

/** Takes some terms of a theme out into a new one; at least one stays. */
export async function splitTheme(
  deps: ThemesDeps,
  doing: Doing,
  themeId: string,
  { version, terms, name }: ThemeSplit,
): Promise<Result<{ id: string }, Refused | 'theme/nothing_to_split'>> {
  const id = newId(deps.clock.now());
  const done = await correct<'theme/gone' | 'theme/nothing_to_split'>(
    deps,
    { ...doing, themeId, version },
    async (db, theme, _, at) => {
      if (!isLive(theme)) return no('theme/gone');
      const leaving = [...theme.terms.keys()].filter((place) => terms.includes(theme.terms[place] ?? ''));
      const staying = [...theme.terms.keys()].filter((place) => !leaving.includes(place));
      if (leaving.length === 0 || staying.length === 0) return no('theme/nothing_to_split');
      const own = pickTerms(theme, leaving);
      const called = name ?? { fr: nameFrom(own.written), en: nameFrom(own.written) };
      const body = { nameFr: called.fr, nameEn: called.en, ...own };
      await store.insertTheme(db, {
        id,
        at,
        ...body,
        namedBy: name === undefined ? 'terms' : 'person',
        splitFrom: themeId,
      });
      const left = pickTerms(theme, staying);
      await store.shapeTheme(db, themeId, {
        terms: [...left.terms],
        written: [...left.written],
        ...(theme.namedBy === 'person' ? {} : { name_fr: nameFrom(left.written), name_en: nameFrom(left.written) }),
      });
      return yes({ action: 'split', after: { newId: id, terms: leaving.length } });
    },
  );
  return done.ok ? yes({ id }) : done;
}

/** Says that a thread belongs to a theme, or does not, whatever its words. */
export async function placeThread(
  deps: ThemesDeps,
  scope: Scope,
  by: By,
  where: { readonly themeId: string; readonly threadId: string },
  belongs: boolean,
): Done<'http/not_found' | 'theme/gone'> {
  const { themeId, threadId } = where;
  const result = await deps.database.inScope(
    scope,
    async (db): Promise<Result<undefined, 'http/not_found' | 'theme/gone'>> => {
      await store.takeTurn(db);
      const theme = await themeNamed(db, themeId);
      const placeId = await store.threadPlace(db, threadId);
      if (theme === undefined || placeId === undefined) return no('http/not_found');
      if (!isLive(theme)) return no('theme/gone');
      if (belongs) await store.putThread(db, threadId, themeId, placeId);
      else await store.takeThreadOut(db, threadId, themeId, placeId);
      await store.shapeTheme(db, themeId, {});
      const after = { version: theme.version + 1, threadId, belongs };
      await record(db, by, deps.clock.now(), {
        action: 'theme.thread_placed',
        objectType: 'theme',
        objectId: themeId,
        after,
      });
      return yes(undefined);
    },
  );
  if (result.ok) deps.onChanged(scope);
  return result;
}

/** Takes what was found in the texts into what is stored; corrections stay. Answers the themes to look for in texts. */
export async function takeFound(db: Scoped, found: readonly Topic[], at: Date): Promise<readonly StoredTheme[]> {
  await store.takeTurn(db);
  const { added, changed, removed } = reconcile(await themesOf(db, true), found);
  await store.deleteThemes(db, removed);
  for (const theme of changed) await store.refreshTheme(db, theme);
  for (const body of added) await store.insertTheme(db, { id: newId(at), at, ...body, namedBy: 'terms' });
  return await themesOf(db);
}
