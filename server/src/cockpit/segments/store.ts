import type { Scoped } from '#platform/db/index.ts';
import type { Segment } from './model.ts';
import { Rule } from './wire.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const read = (db: Scoped) => db.tx.selectFrom('segment').where('segment.workspace_id', '=', db.scope.workspaceId);

/** A segment of this workspace; undefined when there is none of that id, also when it is not an id. */
export async function segmentById(db: Scoped, id: string): Promise<Segment | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await read(db).selectAll().where('segment.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toSegment(row);
}

/** The same, locked for this transaction. */
export async function lockSegment(db: Scoped, id: string): Promise<Segment | undefined> {
  const row = await read(db).selectAll().where('segment.id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : toSegment(row);
}

/** Every segment that was written here, by name. */
export async function allSegments(db: Scoped): Promise<readonly Segment[]> {
  const rows = await read(db).selectAll().orderBy('segment.name').orderBy('segment.id').execute();
  return rows.map(toSegment);
}

export async function countSegments(db: Scoped): Promise<number> {
  const row = await read(db).select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function insertSegment(db: Scoped, segment: Omit<Segment, 'version'>): Promise<void> {
  const { id, name, rule, shared, ownerId, changedAt } = segment;
  await db.tx
    .insertInto('segment')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      name,
      rule: JSON.stringify(rule),
      shared,
      owner_id: ownerId,
      created_at: changedAt,
      changed_at: changedAt,
    })
    .execute();
}

/** Writes a segment as it is to be and counts its version up. */
export async function updateSegment(db: Scoped, segment: Segment): Promise<void> {
  const { id, name, rule, shared, changedAt } = segment;
  await db.tx
    .updateTable('segment')
    .set((row) => ({ name, rule: JSON.stringify(rule), shared, changed_at: changedAt, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteSegment(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('segment').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}

interface SegmentRow {
  readonly id: string;
  readonly name: string;
  readonly rule: unknown;
  readonly shared: boolean;
  readonly owner_id: string;
  readonly version: number;
  readonly changed_at: Date;
}

function toSegment(row: SegmentRow): Segment {
  const { id, name, shared, version } = row;
  return { id, name, rule: Rule.parse(row.rule), shared, version, ownerId: row.owner_id, changedAt: row.changed_at };
}
