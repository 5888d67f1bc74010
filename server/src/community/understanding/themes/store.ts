import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { ByHand, StoredTheme, ThemeBody } from './model.ts';

/** Corrections, and looking for themes again, take turns: what one reads the other does not change meanwhile. */
export async function takeTurn(db: Scoped): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`themes ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
}

export async function insertTheme(
  db: Scoped,
  theme: ThemeBody & {
    readonly id: string;
    readonly at: Date;
    readonly namedBy: StoredTheme['namedBy'];
    readonly splitFrom?: string;
  },
): Promise<void> {
  await db.tx
    .insertInto('theme')
    .values({
      workspace_id: db.scope.workspaceId,
      id: theme.id,
      name_fr: theme.nameFr,
      name_en: theme.nameEn,
      terms: [...theme.terms],
      written: [...theme.written],
      named_by: theme.namedBy,
      held: theme.splitFrom !== undefined,
      split_from: theme.splitFrom ?? null,
      created_at: theme.at,
    })
    .execute();
}

export interface ThemeChange {
  readonly name_fr?: string;
  readonly name_en?: string;
  readonly named_by?: 'person' | 'terms';
  readonly terms?: string[];
  readonly written?: string[];
  readonly merged_into?: string | null;
  readonly retired_at?: Date | null;
}

/** What a person does to a theme: from here on its terms stay. */
export async function shapeTheme(db: Scoped, themeId: string, change: ThemeChange): Promise<void> {
  await db.tx
    .updateTable('theme')
    .set((eb) => ({ ...change, held: true, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', themeId)
    .execute();
}

/** What was found again; the version does not move, so that nobody's correction is refused for it. */
export async function refreshTheme(db: Scoped, { id, nameFr, nameEn, terms, written }: ThemeBody & { id: string }) {
  await sql`
    update theme set name_fr = ${nameFr}, name_en = ${nameEn}, terms = ${[...terms]}::text[], written = ${[...written]}::text[]
    where theme.workspace_id = ${db.scope.workspaceId} and theme.id = ${id}
      and (theme.name_fr, theme.name_en, theme.terms, theme.written)
        is distinct from (${nameFr}, ${nameEn}, ${[...terms]}::text[], ${[...written]}::text[])`.execute(db.tx);
}

export async function deleteThemes(db: Scoped, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.tx
    .deleteFrom('theme')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Takes away what texts put under a theme; what people put there stays. */
export async function forgetMentions(db: Scoped, themeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await db.tx
    .deleteFrom('message_theme')
    .where('workspace_id', '=', workspaceId)
    .where('theme_id', '=', themeId)
    .execute();
  await db.tx
    .deleteFrom('thread_theme')
    .where('workspace_id', '=', workspaceId)
    .where('theme_id', '=', themeId)
    .where('by', '=', 'terms')
    .execute();
}

/** What people said of threads goes with a theme into another. */
export async function moveThreads(db: Scoped, fromId: string, intoId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into thread_theme (workspace_id, thread_id, theme_id, place_id, by)
    select workspace_id, thread_id, ${intoId}, place_id, by from thread_theme
    where workspace_id = ${workspaceId} and theme_id = ${fromId}
    on conflict (workspace_id, thread_id, theme_id) do update set by = 'person' where excluded.by = 'person'`.execute(
    db.tx,
  );
  await sql`
    insert into thread_theme_out (workspace_id, thread_id, theme_id, place_id)
    select workspace_id, thread_id, ${intoId}, place_id from thread_theme_out
    where workspace_id = ${workspaceId} and theme_id = ${fromId}
      and not exists (select from thread_theme kept where kept.workspace_id = ${workspaceId}
        and kept.theme_id = ${intoId} and kept.thread_id = thread_theme_out.thread_id and kept.by = 'person')
    on conflict do nothing`.execute(db.tx);
}

export async function threadPlace(db: Scoped, threadId: string): Promise<string | undefined> {
  const row = await db.tx
    .selectFrom('thread')
    .select('place_id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', threadId)
    .executeTakeFirst();
  return row?.place_id;
}

/** A person puts a thread into a theme: its opening mentions it from now on. */
export async function putThread(db: Scoped, threadId: string, themeId: string, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await db.tx
    .deleteFrom('thread_theme_out')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .where('theme_id', '=', themeId)
    .execute();
  await sql`
    insert into thread_theme (workspace_id, thread_id, theme_id, place_id, by)
    values (${workspaceId}, ${threadId}, ${themeId}, ${placeId}, 'person')
    on conflict (workspace_id, thread_id, theme_id) do update set by = 'person'`.execute(db.tx);
  await sql`
    insert into message_theme (workspace_id, message_id, theme_id, place_id)
    select message.workspace_id, message.id, ${themeId}, message.place_id from message
    where message.workspace_id = ${workspaceId} and message.thread_id = ${threadId} and message.opens
      and message.state = 'shown'
    on conflict do nothing`.execute(db.tx);
}

/** A person takes a thread out: none of its messages mentions the theme any more. */
export async function takeThreadOut(db: Scoped, threadId: string, themeId: string, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into thread_theme_out (workspace_id, thread_id, theme_id, place_id)
    values (${workspaceId}, ${threadId}, ${themeId}, ${placeId}) on conflict do nothing`.execute(db.tx);
  await db.tx
    .deleteFrom('thread_theme')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .where('theme_id', '=', themeId)
    .execute();
  await sql`
    delete from message_theme using message
    where message_theme.workspace_id = ${workspaceId} and message_theme.theme_id = ${themeId}
      and message.workspace_id = ${workspaceId} and message.id = message_theme.message_id
      and message.thread_id = ${threadId}`.execute(db.tx);
}

/** What people said of threads, at the end of the merges. */
export async function threadsByHand(db: Scoped): Promise<ByHand> {
  const { workspaceId } = db.scope;
  const into = await db.tx
    .selectFrom('thread_theme')
    .select(['thread_id', 'theme_id'])
    .where('workspace_id', '=', workspaceId)
    .where('by', '=', 'person')
    .execute();
  const outOf = await db.tx
    .selectFrom('thread_theme_out')
    .select(['thread_id', 'theme_id'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return { into: byThread(into), outOf: byThread(outOf) };
}

function byThread(rows: readonly { thread_id: string; theme_id: string }[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const row of rows) lists.set(row.thread_id, [...(lists.get(row.thread_id) ?? []), row.theme_id]);
  return lists;
}
