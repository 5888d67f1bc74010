import type { ColumnType } from 'kysely';

/** Tables of 0022-value.sql; the migration says what each column is for. */
export interface ValueTables {
  value_version: {
    workspace_id: string;
    number: number;
    sheet: ColumnType<unknown, string, never>;
    why: string | null;
    made_by: string | null;
    made_at: Date;
  };
  value_review: {
    workspace_id: string;
    id: string;
    number: number;
    note: string | null;
    reviewed_by: string;
    reviewed_at: Date;
  };
}
