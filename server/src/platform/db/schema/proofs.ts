import type { ColumnType, Generated } from 'kysely';

/** Tables of 0021-proofs.sql; the migration says what each column is for. */
export interface ProofsTables {
  proof: {
    workspace_id: string;
    id: string;
    title: string;
    mandate_id: string | null;
    expects: ColumnType<unknown, string, never>;
    fingerprint: string;
    figure: string;
    start_day: string;
    until_day: string;
    due_day: string;
    made_by: string | null;
    made_at: Date;
    withdrawn_at: Date | null;
    withdrawn_why: string | null;
    verdict: 'effect_up' | 'effect_down' | 'no_material_change' | 'cannot_tell' | 'not_enough_data' | null;
    judged_at: Date | null;
    outcome: ColumnType<unknown, string | null, string | null>;
    version: Generated<number>;
  };
  proof_clearing: {
    workspace_id: string;
    id: string;
    proof_id: string;
    event: string;
    why: string;
    by_id: string;
    at: Date;
  };
  proof_draw: {
    workspace_id: string;
    proof_id: string;
    member_id: string;
    arm: 'now' | 'later';
    arrived_on: string;
    drawn_at: Date;
  };
}
