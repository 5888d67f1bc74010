import type { Slice, Watched } from '#cockpit/figures/index.ts';

/** What is looked at, or a larger whole of which it is a part. */
export interface Cut {
  readonly places: readonly Watched[];
  readonly slice: Slice;
}

/** What is kept from whoever may not see numbers of a few persons. */
export interface Guard {
  /** The smallest group shown. */
  readonly k: number;
  /** The wholes that can be asked for as well, from which the part could be subtracted; itself where nothing cuts it. */
  readonly wholes: readonly Cut[];
  /** Persons of the part, week by week, as far back as windows are set against each other. */
  readonly weeks: readonly Week[];
  /** Who stands behind windows, once for all figures that ask of the same ones. */
  readonly crowds: Map<string, Promise<readonly (readonly Crowd[])[]>>;
  /** Another segment holds all but a few of the same members: one could be subtracted from the other. */
  readonly hasTwin: boolean;
}

/** Who stands behind a window. */
export interface Crowd {
  /** Persons of the part, of the whole, and those of the whole who did something outside of the part. */
  readonly part: number;
  readonly whole: number;
  readonly rest: number;
  /** The share of contributions of the part by the one who made most. */
  readonly largest: number;
}

/** A week of the part: how many persons contributed in it. */
export interface Week {
  readonly from: string;
  readonly persons: number;
}

/**
 * What a figure's numbers are numbers of. `group`: its value counts persons, so a small value is a small group; `share`:
 * its numerator does; `acts`: contributions, threads, times, or a bound and no group. By unit where no line says it:
 * persons are a group, everything else is acts; shares must be named, which a test holds.
 */
export const TELLS: Readonly<Record<string, 'group' | 'share' | 'acts'>> = {
  absence_factor: 'acts',
  net_active_change: 'acts',
  top1_share: 'acts',
  stickiness: 'acts',
  reply_graph: 'acts',
  reply_coverage_7d: 'acts',
  member_answered_share: 'acts',
  solo_threads: 'acts',
  presence: 'acts',
  reply_sla: 'acts',
  themes: 'acts',
  sentiment: 'acts',
  activation_30d: 'share',
  welcomed_24h: 'share',
  retention_rate: 'share',
  returning_share: 'share',
  cohort_retention: 'share',
  growth_accounting: 'share',
};
