import type { Scope } from '#kernel/scope.ts';

export type Engine = 'duckdb' | 'postgres';

/** What a SQL text of figures may be given: `$1…`, cast in the text (`$1::date`, `$2::uuid[]`). */
export type Param = string | number | null | readonly (string | number | null)[];

/** What it may give back: whole numbers as `int`, others as `double precision`, days and ids as themselves or as `text`, booleans. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The facts of one workspace as they stood at one moment, on either engine. It ends with the function it was lent to. */
export interface Scoped {
  readonly scope: Scope;
  readonly engine: Engine;
  /** When PostgreSQL was last asked: everything committed before is in here. */
  readonly readAt: Date;
  /** The same as long as the facts are: what was worked out from them may be kept. Undefined where nobody knows (PostgreSQL). */
  readonly version: string | undefined;
  query(text: string, params: readonly Param[]): Promise<readonly Row[]>;
}

export interface Refreshed {
  /** Rows written or written again, by relation. */
  readonly rows: Readonly<Record<string, number>>;
  /** Made from nothing: no file, a damaged one, one of another version or of another base. */
  readonly rebuilt: boolean;
}

/** The read model of every workspace: a copy of its facts made for counting, at most a few seconds old. */
export interface Projection {
  /** Lends the copy, brought up to date first when older than a few seconds; lends PostgreSQL itself where the copy is held by another process. */
  read<T>(scope: Scope, work: (facts: Scoped) => Promise<T>): Promise<T>;
  /** Lends the same relations on PostgreSQL. Each statement is cut after the database's own limit. */
  readPostgres<T>(scope: Scope, work: (facts: Scoped) => Promise<T>): Promise<T>;
  /** Brings the copy up to now: what was committed before the call is in it afterwards. */
  refresh(scope: Scope): Promise<Refreshed>;
  /** Throws the copy away and makes it anew. */
  rebuild(scope: Scope): Promise<Refreshed>;
  /** Something changed in this workspace: refreshes soon, and whoever reads from now on waits for that. Never throws. */
  onChanged(scope: Scope): void;
  /** Waits for what runs and lets every file go. May be called twice. */
  close(): Promise<void>;
}
