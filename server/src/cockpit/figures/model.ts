import type { Estimate } from '@passerelle/measure';
import type { Guard } from '#cockpit/figures/privacy/index.ts';
import type { Language } from '#kernel/language.ts';
import type { Window } from '#kernel/window.ts';

export type Words = Readonly<Record<Language, string>>;

/** What a place must give before a figure can be computed over it; without it the figure is unavailable there, never zero. */
export type Need = 'replies' | 'hours' | 'reactions';

/** `index`: a number between 0 and 1 that is no share; `per_1000`: of messages. */
export const UNITS = [
  'persons',
  'share',
  'seconds',
  'threads',
  'count',
  'per_1000',
  'days',
  'index',
  'organisations',
] as const;
export type Unit = (typeof UNITS)[number];

export const SLICES = ['period', 'place', 'channel', 'segment', 'theme', 'language', 'kind'] as const;

/** What fills a `$1…` of a query of figures. */
export type Param = string | number | null | readonly (string | number | null)[];

/** One row of a query of figures. */
export type FigureRow = Readonly<Record<string, string | number | boolean | null>>;

/** What the rows of one window come to. */
export interface Measured {
  /** Undefined: nothing in this window to measure. A value of Infinity: further off than anything was watched. */
  readonly estimate: Estimate | undefined;
  /** Why there is nothing, where more can be said than that. */
  readonly lack?: Unavailable;
  /** How many things stand behind it; held against the figure's minimum. */
  readonly sample: number;
  /** For shares: "n of …". */
  readonly n: number;
  readonly of: number;
  /** What the value is made of, or what stands beside it, by name. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A relation that a question may be written on, see counting/rules.ts. `nothing`: no source for it exists yet. */
export type Read = 'days' | 'staff' | 'threads' | 'replies' | 'messages' | 'reactions' | 'nothing';

/**
 * A question in SQL: what comes after the relations it reads. `steps` adds relations of its own, `select` gives the
 * rows. It runs unchanged on both engines, so it gives only `int`, `double precision`, `text` and booleans.
 */
export interface Sql {
  readonly reads: Read | readonly Read[];
  readonly steps?: string;
  readonly select: string;
}

/** What a figure's page draws beyond its trend: a triangle, a matrix, a curve. */
export interface Detail<Body extends { readonly kind: string }> {
  /** One question, or several that answer together; window 0 is the one asked for, the others are those of the trend. */
  readonly questions: readonly Sql[];
  /** The rows of each question, made into what is drawn; undefined: nothing to draw. */
  shape(rows: readonly (readonly FigureRow[])[], about: DetailFrame): Body | undefined;
}

export interface DetailFrame {
  readonly window: Window;
  readonly zone: string;
  readonly bucket: 'week' | 'month';
  /** By their number `w`. */
  readonly asked: readonly Asked[];
  readonly places: readonly Watched[];
}

/**
 * A figure, declared once. Everything that shows it reads it here: page, API, verification.
 *
 * The rows of its SQL carry the number `w` of the window they belong to.
 */
export interface Figure<Body extends { readonly kind: string } = { readonly kind: string }> extends Sql {
  readonly id: string;
  readonly name: Words;
  readonly definition: Words;
  readonly population: Words;
  readonly exclusions: Words;
  readonly unit: Unit;
  readonly direction: 'more_is_better' | 'less_is_better' | 'neither';
  readonly needs: readonly Need[];
  /** Below this sample the value is shown greyed and never used for a status. 0: shown always. */
  readonly minimum: number;
  /**
   * How many days before a window its facts reach back: they must have been watched as well. `beforeItsEnd`: it tells how
   * things stand when the window ends, from so many days before, whenever the window began.
   */
  readonly reachesBack: number | 'its_length' | { readonly beforeItsEnd: number };
  /** A window shorter than this has no value; a whole calendar month always has. */
  readonly shortest: number;
  readonly trend: 'weeks_or_months' | 'months';
  /** How two values are set against each other: by their difference, or by their ratio. */
  readonly compared: 'by_difference' | 'by_ratio';
  readonly detail?: Detail<Body>;
  /** The rows of one window, made into a value. */
  finish(rows: readonly FigureRow[]): Measured;
}

/** What narrows every figure, besides places and period; absent: everything. */
export interface Slice {
  readonly channels?: readonly string[];
  /** Codes of languages; 'und': where the language is not known. */
  readonly languages?: readonly string[];
  readonly kind?: 'question' | 'other';
  /** At the end of the merges. */
  readonly themes?: readonly string[];
  readonly segment?: Segment;
}

/** What a figure that is followed is cut by, one value each; empty: the whole community. */
export interface SingleSlice {
  readonly place?: string | undefined;
  readonly channel?: string | undefined;
  readonly segment?: string | undefined;
  readonly theme?: string | undefined;
  readonly language?: string | undefined;
  readonly kind?: 'question' | 'other' | undefined;
}

/** Members of whom alone contributions are counted, as SQL that gives `(member_id)`, its values numbered from `$first` on. */
export interface Segment {
  readonly id: string;
  text(first: number): { readonly sql: string; readonly params: readonly Param[] };
}

/** A place as figures see it. Days are of the workspace's zone; undefined until something happened there. */
export interface Watched {
  readonly id: string;
  readonly name: string;
  readonly gives: Readonly<Record<Need, boolean>>;
  readonly span?: Span;
}

/** From the first to the last fact of a place: what lies outside was not watched, and is unknown rather than zero. */
export interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
  /** The second after its newest instant; null where only days are given. */
  readonly end: string | null;
  /** The newest fact as the place tells it. */
  readonly newest: { readonly at: string } | { readonly day: string };
}

export type Because = 'asked' | 'latest_activity' | 'today';

/** What was asked, settled: one frame for all figures of a panel. */
export interface Frame {
  readonly zone: string;
  readonly today: string;
  readonly window: Window;
  readonly because: Because;
  readonly places: readonly Watched[];
  /** Neither places nor channels were chosen. */
  readonly isEverywhere: boolean;
  readonly slice: Slice;
  /** Nobody ever contributed anything that lies in the slice. */
  readonly isEmpty: boolean;
  /** What is kept from whoever asks; absent: nothing. */
  readonly guard?: Guard;
}

export type Lack = 'no_replies' | 'no_hours' | 'no_reactions';
export type Unavailable =
  | Lack
  | 'no_places'
  | 'nothing_yet'
  | 'nothing_selected'
  | 'no_source'
  | 'no_staff'
  | 'no_affiliation'
  | 'not_watched'
  | 'private'
  | 'window_too_short'
  | 'nothing_to_measure';

export interface LeftOut {
  readonly place: { readonly id: string; readonly name: string };
  readonly reason: Lack;
}

/** One window of a computation: `bucket`s are the points of the trend. */
export interface Asked extends Window {
  readonly role: 'current' | 'previous' | 'yearAgo' | 'bucket';
  /** Sticks out of what was watched: its value is of a part only. */
  readonly partial: boolean;
  readonly isLongEnough: boolean;
  /** Long enough, and some place was watched in it. */
  readonly isMeasurable: boolean;
  /** Its value would tell of a few persons, to somebody who may not see that. */
  readonly isHidden?: boolean;
}

export interface Plan {
  readonly figure: Figure;
  /** Places that can answer and were watched at some time. */
  readonly places: readonly Watched[];
  readonly leftOut: readonly LeftOut[];
  readonly unavailable: Unavailable | undefined;
  readonly asked: readonly Asked[];
  readonly bucket: 'week' | 'month';
}

export type Change = 'up' | 'down' | 'none' | 'cannot_tell';
export type CannotTell = 'private' | 'partial' | 'places_differ' | 'too_few' | 'nothing_before';

export interface Compared {
  readonly change: Change;
  readonly because?: CannotTell;
  /** Of the difference (persons, share) or of the logarithm of the ratio (seconds). */
  readonly difference?: Estimate;
}
