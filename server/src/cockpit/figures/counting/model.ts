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
