import type { Writable } from 'node:stream';
import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Lines } from './lines.ts';
import { writeLines } from './lines.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { binaryCopy } from './seam.ts';

const FROM_NOTHING = '0';

/** What the base was like at the moment of a collection. */
export interface Moment {
  /** Which base this came from; see `sourceOf`. */
  readonly source: string;
  /** Where the next collection begins. */
  readonly cursor: string;
  /** Tells whether places are those of before. */
  readonly places: string;
}

export interface Collected extends Moment {
  readonly gone: readonly { readonly relation: Relation; readonly ids: readonly string[] }[];
  /** Of relations in which something changed; places and zone whole, where they are not those of before. */
  readonly files: readonly Lines[];
}

/** Where the last collection ended; `places`: as it told them, where that is remembered. */
export interface Since {
  readonly cursor: string;
  readonly places?: string | undefined;
}

/**
 * Takes whatever changed since `cursor` (a transaction number as text), in memory or, where it is much, in files of `folder`. To be called
 * in a transaction that sees one moment: whatever a row refers to is then copied as well.
 *
 * A transaction number tells when its transaction began, not when it committed. So the next cursor is the oldest
 * transaction still running at that moment: all older ones have ended, and what they wrote is seen. Rows of later
 * transactions that are already committed are taken too, and will be taken again: the same row twice does no harm.
 */
export async function collect(db: Scoped, { cursor, places }: Since, folder: string): Promise<Collected> {
  await planFor(db);
  const { source, next, changed, places: found } = await whereWeAre(db, cursor);
  const gone = changed.includes('fact_gone') ? await goneSince(db, cursor) : [];
  const since = `changed >= '${cursor}'::xid8`;
  const files = [];
  for (const relation of RELATIONS)
    if (changed.includes(relation.name)) files.push(await writeLines(db, relation, folder, since));
  if (found !== places)
    for (const relation of [PLACES, ZONE]) files.push(await writeLines(db, relation, folder, 'true'));
  return { source, cursor: next, places: found, gone, files };
}

/**
 * A large copy takes longer than a statement may. What changed is looked for by its index: of tables just filled the planner
 * believes that a third changed, would read all of them from their beginning, and find nothing.
 */
async function planFor(db: Scoped): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('enable_seqscan', 'off', true)`.execute(
    db.tx,
  );
}

interface Where {
  readonly source: string;
  readonly next: string;
  /** The relations in which something changed. */
  readonly changed: readonly string[];
  readonly places: string;
}

/**
 * The base is told by cluster, timeline, database and storage of its largest table: after a restore, cursors of before
 * mean nothing, and one of these has changed. So they do when the workspace itself was deleted, with all its rows; and in
 * another zone all days are others.
 */
async function whereWeAre(db: Scoped, cursor: string): Promise<Where> {
  const names = [...RELATIONS.map(({ name }) => name), 'fact_gone'];
  const isChanged = names.map(
    (name) => sql`case when exists (select from ${sql.table(name)} one where one.changed >= ${cursor}::xid8
      ${name === 'fact_gone' ? sql`and one.workspace_id = ${db.scope.workspaceId}` : sql``}) then ${name}::text end`,
  );
  const { rows } = await sql<Where>`
    select concat_ws('.', control.system_identifier, checkpoint.timeline_id, base.oid, pg_relation_filenode('message'),
        coalesce((select workspace.zone from workspace where workspace.id = ${db.scope.workspaceId}), 'deleted')) as source,
      pg_snapshot_xmin(pg_current_snapshot())::text as next,
      array_remove(array[${sql.join(isChanged)}], null) as changed,
      coalesce((select string_agg(place::text, ' ' order by place.id) from ${sql.table(PLACES.name)} place), '') as places
    from pg_control_system() control, pg_control_checkpoint() checkpoint, pg_database base
    where base.datname = current_database()`.execute(db.tx);
  const [row] = rows;
  if (row === undefined || !/^\d+$/.test(row.next)) throw new Error('PostgreSQL does not say where it is.');
  return row;
}

/** What was deleted and is still gone: a row with a derived id may be written again after it was deleted. */
async function goneSince(db: Scoped, cursor: string): Promise<Collected['gone']> {
  const { rows } = await sql<{ relation: string; id: string }>`
    select gone.relation, gone.id::text from fact_gone gone
    where gone.workspace_id = ${db.scope.workspaceId} and gone.changed >= ${cursor}::xid8`.execute(db.tx);
  const found = [];
  for (const relation of RELATIONS) {
    const ids = rows.filter((row) => row.relation === relation.table).map((row) => row.id);
    if (ids.length > 0) found.push({ relation, ids: await stillGone(db, relation, ids) });
  }
  return found;
}

async function stillGone(db: Scoped, { name }: Relation, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select gone.id::text from unnest(${ids}::uuid[]) gone (id)
    where not exists (select from ${sql.table(name)} alive where alive.id = gone.id)`.execute(db.tx);
  return rows.map((row) => row.id);
}

/** Where the rows of a relation go. */
export type Feeds = (relation: Relation) => Promise<Writable>;

interface Part {
  readonly relation: Relation;
  readonly condition: string;
}

const HALF = `'80000000-0000-0000-0000-000000000000'`;

/** All there is to tell. Nearly all rows are messages: they come first, for two in halves, by the first bit of their ids. */
function partsFor(two: boolean): Part[] {
  const isLarge = ({ name }: Relation): boolean => name === 'plain_message';
  const all = [PLACES, ZONE, ...RELATIONS];
  const whole = (relation: Relation): Part => ({ relation, condition: 'true' });
  if (!two) return all.map(whole);
  const halves = [`id < ${HALF}`, `id >= ${HALF}`].flatMap((condition) =>
    all.filter(isLarge).map((relation) => ({ relation, condition })),
  );
  return [...halves, ...all.filter((relation) => !isLarge(relation)).map(whole)];
}

/**
 * Gives all rows of all relations to whoever `feeds` them on, under the same conditions; answers how many there were. With
 * a `second` one, two transactions of one moment tell them, each what is next when it is done with what it told.
 */
export async function collectAll(
  db: Scoped,
  feeds: Feeds,
  second?: Feeds,
): Promise<Moment & { readonly rows: Readonly<Record<string, number>> }> {
  await planForAll(db);
  const { source, next, places } = await whereWeAre(db, FROM_NOTHING);
  const rows: Record<string, number> = {};
  const left = partsFor(second !== undefined);
  const tell = async (from: Scoped, to: Feeds): Promise<void> => {
    for (let part = left.shift(); part !== undefined; part = left.shift()) {
      const { relation, condition } = part;
      const told = await from.copyOut(binaryCopy(relation, condition), await to(relation));
      rows[relation.name] = (rows[relation.name] ?? 0) + told;
    }
  };
  await (second === undefined
    ? tell(db, feeds)
    : db.beside(async (other) => {
        await planForAll(other);
        await both(tell(db, feeds), tell(other, second));
      }));
  return { source, cursor: next, places, rows };
}

async function planForAll(db: Scoped): Promise<void> {
  await planFor(db);
  // Which rows are the workspace's the index tells once; looked at row by row, each of them would be asked.
  await sql`select set_config('enable_indexscan', 'off', true), set_config('timezone', zone, true) from ${sql.table(ZONE.name)}`.execute(
    db.tx,
  );
}

/** Neither is left alone with connections that are taken from it: the failure of one is told once both have ended. */
async function both(...works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
