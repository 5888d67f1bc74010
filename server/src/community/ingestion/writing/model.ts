import type { Problem } from '@passerelle/kit';
import type { Fate } from '#community/ingestion/fates/index.ts';
import type { RawRows } from '#community/ingestion/rows/index.ts';

/** A raw on its way to the base. */
export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly externalId: string;
  readonly version: string;
  /** As JSON with sorted keys. The object it was made from is let go, batches ahead would fill the memory with them. */
  readonly payload: string;
  /** Of what came, in hex: 128 bits of SHA-256. */
  readonly hash: string;
  /** Undefined until the raw is known to be worth reading. */
  rows?: RawRows;
  /** As it is staged, made with its rows: the base then waits for nothing that could be done while it wrote. */
  line?: string;
}

export interface Batch {
  /** One entry of each id: the winner of the copies that stood in the batch. */
  readonly entries: Map<string, Entry>;
  readonly problems: Problem[];
  pieces: number;
  bytes: number;
}

/** What a batch wrote. */
export interface Written {
  /** What became of each raw, by id; those that stood already as they came are left out. */
  readonly fates: ReadonlyMap<string, Fate>;
  /** Threads whose messages may have changed. */
  readonly threads: ReadonlySet<string>;
}

/** A raw as it stands in the base. */
export interface StoredRaw {
  readonly id: string;
  readonly version: string;
  readonly hash: Buffer;
}

/** A raw that was new, or won over the copy that stood. */
export interface MergedRaw {
  readonly id: string;
  readonly added: boolean;
}

/**
 * The temporary tables a batch is copied into: COPY is refused on tables behind the wall between workspaces, and what
 * is staged can be compared with what stands in one statement for the whole batch.
 */
export const STAGE_TABLES = `
  create temp table if not exists stage_raw (id uuid, kind text, external_id text, version text, hash bytea, payload json, identity_id uuid) on commit delete rows;
  create temp table if not exists stage_channel (id uuid, external_id text, name text, url text, support boolean, stub boolean) on commit delete rows;
  create temp table if not exists stage_identity (id uuid, member_id uuid, external_id text, keyed_by text, handle text, display_name text, email text,
    declared_role text, joined_at timestamptz, joined_day date, stub boolean, erased_at timestamptz) on commit delete rows;
  create temp table if not exists stage_thread (id uuid, channel_id uuid, external_id text, title text, url text, labels text[], locked boolean, stub boolean) on commit delete rows;
  create temp table if not exists stage_message (id uuid, channel_id uuid, thread_id uuid, identity_id uuid, external_id text, opens boolean, at timestamptz, day date,
    position bigint, text text, format text, language text, reply_to_id uuid, url text, edited_at timestamptz, state text) on commit delete rows;
  create temp table if not exists stage_reaction (id uuid, message_id uuid, identity_id uuid, emoji text, count integer, at timestamptz, day date, raw_id uuid) on commit delete rows;
  create temp table if not exists stage_removed (id uuid, what text) on commit delete rows;`;
