import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';

/** Tables of 0003-community.sql and 0005-members.sql; the migrations say what each column is for. */
type Changed = GeneratedAlways<string>;
type Json<T extends object> = JSONColumnType<T, string, string>;

export interface CommunityTables {
  place: {
    workspace_id: string;
    id: string;
    connector: string;
    name: string;
    language: 'fr' | 'en' | null;
    gives: Json<object>;
    state: Generated<'half_set_up' | 'connected' | 'throttled' | 'needs_reauth' | 'paused' | 'gone'>;
    version: Generated<number>;
    created_at: Date;
    last_import_at: Date | null;
    changed: Changed;
  };
  channel: {
    workspace_id: string;
    id: string;
    place_id: string;
    external_id: string;
    name: string;
    url: string | null;
    support: Generated<boolean>;
    changed: Changed;
  };
  member: {
    workspace_id: string;
    id: string;
    name: string;
    kind: Generated<'person' | 'staff' | 'bot'>;
    kind_from: 'place' | 'domain' | 'list' | 'hand' | null;
    merged_into: string | null;
    erased_at: Date | null;
    version: Generated<number>;
    changed: Changed;
  };
  identity: {
    workspace_id: string;
    id: string;
    place_id: string;
    member_id: string;
    external_id: string;
    keyed_by: 'id' | 'name';
    handle: string;
    display_name: string | null;
    email: string | null;
    declared_role: 'staff' | 'bot' | null;
    joined_at: Date | null;
    joined_day: string | null;
    message_count: Generated<number>;
    first_at: Date | null;
    last_at: Date | null;
    changed: Changed;
  };
  affiliation: {
    workspace_id: string;
    id: string;
    member_id: string;
    organisation: string;
    from_day: string | null;
    until_day: string | null;
    changed: Changed;
  };
  member_merge: {
    workspace_id: string;
    id: string;
    kept_id: string;
    absorbed_id: string;
    identity_ids: string[];
    affiliation_ids: string[];
    reason: string;
    merged_at: Date;
    undone_at: Date | null;
  };
  merge_refusal: { workspace_id: string; member_a: string; member_b: string };
  thread: {
    workspace_id: string;
    id: string;
    place_id: string;
    channel_id: string;
    external_id: string;
    title: string | null;
    url: string | null;
    labels: Generated<string[]>;
    locked: Generated<boolean>;
    message_count: Generated<number>;
    opened_at: Date | null;
    last_at: Date | null;
    opened_by: string | null;
    changed: Changed;
  };
  message: {
    workspace_id: string;
    id: string;
    place_id: string;
    channel_id: string;
    thread_id: string | null;
    identity_id: string;
    external_id: string;
    opens: Generated<boolean>;
    at: Date | null;
    day: string | null;
    sort_at: GeneratedAlways<Date>;
    position: number | null;
    text: string;
    format: 'plain' | 'markdown' | 'html';
    language: Generated<string>;
    reply_to_id: string | null;
    url: string | null;
    edited_at: Date | null;
    state: Generated<'shown' | 'hidden' | 'removed' | 'erased'>;
    search: GeneratedAlways<string>;
    changed: Changed;
  };
  reaction: {
    workspace_id: string;
    id: string;
    place_id: string;
    message_id: string;
    identity_id: string | null;
    emoji: string;
    count: Generated<number>;
    at: Date | null;
    day: string | null;
    raw_id: string;
    changed: Changed;
  };
  import_run: {
    workspace_id: string;
    id: string;
    place_id: string;
    connector: string;
    options: ColumnType<Record<string, string>, string | undefined, string>;
    file_name: string;
    state: 'uploading' | 'choosing' | 'waiting' | 'reading' | 'done' | 'cut_short' | 'failed' | 'cancelled';
    bytes_total: Generated<number>;
    bytes_done: Generated<number>;
    cursor: ColumnType<Record<string, string | number | boolean>, string | undefined, string>;
    counts: ColumnType<Record<string, number>, string | undefined, string>;
    refusal: ColumnType<
      { code: string; details?: Record<string, string | number> } | null,
      string | null,
      string | null
    >;
    started_by: string | null;
    created_at: Date;
    started_at: Date | null;
    finished_at: Date | null;
    version: Generated<number>;
  };
  import_problem: {
    workspace_id: string;
    run_id: string;
    number: number;
    file: string;
    line: number | null;
    code: string;
    excerpt: string | null;
  };
  raw: {
    workspace_id: string;
    id: string;
    place_id: string;
    kind: string;
    external_id: string;
    version: string;
    hash: Buffer;
    payload: ColumnType<unknown, string, string>;
    options: ColumnType<Record<string, string> | null, string | null, string | null>;
    identity_id: string | null;
  };
  staff_rule: { workspace_id: string; kind: 'domain' | 'address' | 'handle'; value: string };
  removal: { workspace_id: string; id: string; place_id: string };
  tombstone: { workspace_id: string; mark: Buffer; erased_at: Date };
}
