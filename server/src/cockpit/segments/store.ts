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
