import type { Generated } from 'kysely';

/** Tables of 0017-decisions.sql; the migration says what each column is for. */
export interface DecisionsTables {
  decision: {
    workspace_id: string;
    id: string;
    insight_id: string;
    answer: 'yes' | 'no' | 'later' | 'need_more';
    until: string | null;
    option: string | null;
    reason: string;
    by_id: string | null;
    by_outside: string | null;
    at: Date;
  };
  delivery_note: {
    workspace_id: string;
    id: string;
    insight_id: string;
    day: string;
    text: string;
    url: string | null;
    by_id: string;
    at: Date;
  };
  told: {
    workspace_id: string;
    id: string;
    insight_id: string;
    decision_id: string;
    delivery_id: string | null;
    member_id: string;
    thread_id: string | null;
    text: string | null;
    language: 'fr' | 'en';
    by_id: string;
    at: Date;
  };
  told_opt_out: {
    workspace_id: string;
    member_id: string;
    by_id: string;
    at: Date;
  };
  decide_link: {
    workspace_id: string;
    id: string;
    insight_id: string;
    made_at: Date;
    expires_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  letter: {
    workspace_id: string;
    id: string;
    key: string;
    recipient: string;
    subject: string;
    body: string;
    door_kind: string | null;
    door_object: string | null;
    state: Generated<'waiting' | 'sending' | 'sent' | 'failed'>;
    made_at: Date;
    sent_at: Date | null;
    problem: string | null;
    tries: Generated<number>;
  };
}
