import type { ColumnType, Generated } from 'kysely';

/** Tables of 0018-rocket.sql; the migration says what each column is for. */
export interface RocketTables {
  check_threshold: {
    workspace_id: string;
    indicator: string;
    in_place: number;
    missing: number;
    why: string;
    set_by: string;
    set_at: Date;
    version: Generated<number>;
  };
  check_month: {
    workspace_id: string;
    month: string;
    taken_at: Date;
    answer: ColumnType<unknown, string, string>;
  };
  charter_holding: {
    workspace_id: string;
    id: string;
    responsibility: string;
    function: string | null;
    colleague_id: string | null;
    letter: 'R' | 'A' | 'C' | 'I';
    set_by: string;
    set_at: Date;
  };
}
