import type { Param, Slice, Watched } from '#cockpit/figures/index.ts';
import type { Window } from '#kernel/window.ts';

/** What a question is about, whatever it asks. */
export interface Given {
  readonly places: readonly Watched[];
  /** These are all places in which anything ever happened. */
  readonly isEverywhere?: boolean;
  readonly slice: Slice;
  /** The windows asked for; `w` is their number. */
  readonly asked: readonly Window[];
  /** All days the question looks at one by one: the windows, and as far before each as it reaches back. */
  readonly looked: readonly Window[];
  /** The first day of the calendar. */
  readonly since: string;
  /** The first and the last day on which something happened in one of the places. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Relations that stand in place of facts of the same names: `fact_day (…) as (…)`. A segment is told from the facts themselves. */
  readonly instead?: readonly string[];
}

/** Puts a value among the parameters, once for each name, and answers how the text calls it. */
export interface Values {
  put(name: string, value: Param): string;
  /** Adds values whose text is already numbered. */
  append(values: readonly Param[]): void;
  readonly all: readonly Param[];
}

/** What the columns of a relation are called that a slice looks at. */
export interface Columns {
  readonly row: string;
  readonly thread: string;
  readonly member: string;
  /** All themes of the thread in one value, where the relation has that. */
  readonly topics?: string;
  /** A language is always told, be it 'und'. */
  readonly isSaid?: boolean;
}

/** What the column of all themes is called, in relations that have it. */
export const TOPICS = { topics: 'topics' } as const;

/** Of each message; what was read in its thread only where it matters: engines would look for it all the same. */
export function writtenIn({ instead, slice: { kind } }: Given): string {
  if (instead !== undefined) return 'fact_message';
  const [read, reading] =
    kind === undefined
      ? ['', '']
      : [', reading.kind', 'join plain_thread_reading reading on reading.id = one.thread_id'];
  return `(
    select one.id, one.place_id, one.channel_id, one.thread_id, one.identity_id, account.member_id, account.role,
      one.local_day as day, one.language, one.instant${read}
    from plain_message one
    join fact_account account on account.identity_id = one.identity_id
    ${reading}
    where one.counts
  )`;
}
