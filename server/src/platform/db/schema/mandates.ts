import type { ColumnType, Generated } from 'kysely';

/** Tables of 0015-mandates.sql; the migration says what each column is for. */
export interface MandatesTables {
  mandate: {
    workspace_id: string;
    id: string;
    objective_id: string;
    intention: string;
    audience: ColumnType<unknown, string | undefined, string>;
    freedom: string;
    effort_hours: number;
    from_day: string;
    until_day: string;
    expects: ColumnType<unknown, string | null, string | null>;
    host_id: string;
    verdict: 'shown' | 'not_shown' | 'cannot_tell' | null;
    state: Generated<'draft' | 'given' | 'accepted' | 'discussed' | 'active' | 'done' | 'judged' | 'withdrawn'>;
    rule: ColumnType<unknown, string | undefined, string>;
    version: Generated<number>;
    made_by: string;
    made_at: Date;
    given_at: Date | null;
    answered_at: Date | null;
    ended_at: Date | null;
    proof_id: string | null;
  };
  mandate_word: {
    workspace_id: string;
    id: string;
    mandate_id: string;
    by_id: string;
    at: Date;
    text: string;
    before: ColumnType<unknown, string | null, string | null>;
  };
  action: {
    workspace_id: string;
    id: string;
    kind: 'reply' | 'publication' | 'event' | 'call' | 'thanks' | 'welcome' | 'other';
    tie: 'mandate' | 'house' | 'offplan';
    mandate_id: string | null;
    message_id: string | null;
    day: string;
    minutes: number | null;
    note: string | null;
    done_by: string | null;
    done_by_member: string | null;
    sorted_by: string;
    sorted_at: Date;
    version: Generated<number>;
  };
}
