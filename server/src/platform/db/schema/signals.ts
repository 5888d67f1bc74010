import type { Generated, GeneratedAlways } from 'kysely';

/** Tables of 0016-signals.sql; the migration says what each column is for. */
export interface SignalsTables {
  insight: {
    workspace_id: string;
    id: string;
    statement: string;
    ask: string | null;
    options: Generated<string[]>;
    words: Generated<string[]>;
    theme_id: string | null;
    objective_id: string | null;
    owner_id: string | null;
    outside_name: string | null;
    outside_email: string | null;
    due: string | null;
    state: Generated<'draft' | 'submitted' | 'decided' | 'delivered' | 'told'>;
    version: Generated<number>;
    made_by: string;
    made_at: Date;
    submitted_at: Date | null;
    decided_at: Date | null;
    delivered_at: Date | null;
    told_at: Date | null;
  };
  signal: {
    workspace_id: string;
    id: string;
    kind: 'need' | 'problem' | 'idea' | 'praise' | 'risk' | 'question';
    line: string;
    state: Generated<'raised' | 'merged' | 'dismissed'>;
    insight_id: string | null;
    why: string | null;
    mandate_id: string | null;
    version: Generated<number>;
    raised_by: string;
    raised_at: Date;
    sorted_by: string | null;
    sorted_at: Date | null;
    search: GeneratedAlways<string>;
  };
  evidence: {
    workspace_id: string;
    id: string;
    signal_id: string | null;
    counters_id: string | null;
    message_id: string;
    thread_id: string | null;
    member_id: string;
    place_id: string;
    place_name: string;
    channel_name: string;
    author_name: string | null;
    at: Date | null;
    day: string | null;
    url: string | null;
    text: string | null;
    language: string;
    search: GeneratedAlways<string | null>;
    identity_id: GeneratedAlways<string | null>;
    heard_id: GeneratedAlways<string | null>;
    gone_because: 'withdrawn' | 'erased' | 'place_removed' | null;
    added_by: string;
    added_at: Date;
  };
  insight_read: {
    workspace_id: string;
    insight_id: string;
    message_id: string;
    read_by: string;
    read_at: Date;
  };
}
