import type { ColumnType, Generated } from 'kysely';

/** Tables of 0014-course.sql and 0023-pace.sql; the migrations say what each column is for. */
export interface CourseTables {
  vision: {
    workspace_id: string;
    number: number;
    text: string;
    written_by: string;
    written_at: Date;
  };
  vision_confirmation: {
    workspace_id: string;
    id: string;
    number: number;
    confirmed_by: string;
    confirmed_at: Date;
  };
  objective: {
    workspace_id: string;
    id: string;
    title: string;
    reason: string;
    kind: 'support' | 'product' | 'acquisition' | 'contribution' | 'engagement' | 'success' | 'own';
    own_kind: string | null;
    sponsor_id: string | null;
    owner_id: string;
    horizon: string;
    state: Generated<'draft' | 'live' | 'reached' | 'missed' | 'dropped'>;
    why: string | null;
    version: Generated<number>;
    made_by: string;
    made_at: Date;
    live_at: Date | null;
    ended_at: Date | null;
  };
  key_result: {
    workspace_id: string;
    id: string;
    objective_id: string;
    figure: string;
    slice: ColumnType<unknown, string | undefined, string>;
    span_days: number;
    baseline: number;
    baseline_low: number | null;
    baseline_high: number | null;
    baseline_from: string;
    baseline_until: string;
    target: number;
    due: string;
    version: Generated<number>;
    made_by: string;
    made_at: Date;
    dropped_at: Date | null;
  };
  key_result_reading: {
    workspace_id: string;
    key_result_id: string;
    day: string;
    taken_at: Date;
    value: number | null;
    low: number | null;
    high: number | null;
    missing: string | null;
  };
  key_result_forecast: {
    workspace_id: string;
    key_result_id: string;
    day: string;
    made_at: Date;
    aim_day: string;
    weeks: number;
    target: number;
    wanted: 'at_least' | 'at_most';
    median: number | null;
    low50: number | null;
    high50: number | null;
    low80: number | null;
    high80: number | null;
    low95: number | null;
    high95: number | null;
    chance: number | null;
    fan: ColumnType<unknown, string, string>;
    missing: string | null;
    came: number | null;
    scored_at: Date | null;
  };
}
