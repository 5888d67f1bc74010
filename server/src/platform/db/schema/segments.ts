import type { ColumnType, Generated } from 'kysely';

/** Tables of 0010-segments.sql. A rule is checked where it comes in and where it is read, by the segments themselves. */
export interface SegmentTables {
  segment: {
    workspace_id: string;
    id: string;
    name: string;
    rule: ColumnType<unknown, string, string>;
    shared: boolean;
    owner_id: string;
    version: Generated<number>;
    created_at: Date;
    changed_at: Date;
  };
}
