import type { Estimate } from './interval.ts';
import { wilson } from './proportion.ts';

/** The people of one block of days beside those of the block before, counted each on its own. */
export interface BlockCounts {
  /** Active in this block, and in the block before. */
  readonly active: number;
  readonly former: number;
  /** Active for the first time ever; active in both blocks; back after at least one block of absence. */
  readonly fresh: number;
  readonly retained: number;
  readonly resurrected: number;
  /** Active in the block before and not in this one. */
  readonly lapsed: number;
}

export interface BlockAccount extends BlockCounts {
  /** Retained ÷ former, Wilson 95 %; undefined after a block in which nobody was active. */
  readonly retention: Estimate | undefined;
  /** (New + resurrected) ÷ lapsed: above 1 the community grows; undefined when nobody lapsed. */
  readonly quickRatio: number | undefined;
}

/**
 * Growth accounting of one block. Throws when the counts do not add up (active = new + retained + resurrected, former =
 * retained + lapsed): whoever counted them has counted wrongly, and no figure may be shown from them.
 */
export function blockAccount(counts: BlockCounts): BlockAccount {
  const { active, former, fresh, retained, resurrected, lapsed } = counts;
  if (active !== fresh + retained + resurrected) throw new Error('Growth accounting: active does not add up.');
  if (former !== retained + lapsed) throw new Error('Growth accounting: former does not add up.');
  return {
    ...counts,
    retention: former === 0 ? undefined : wilson(retained, former),
    quickRatio: lapsed === 0 ? undefined : (fresh + resurrected) / lapsed,
  };
}

/** How many of one cohort were active at an age for the last time, and how many were active at it at all. */
export interface CohortCell {
  /** Numbers of periods: of the one in which they came, and how many after it. */
  readonly cohort: number;
  readonly age: number;
  readonly active: number;
  readonly last: number;
}

export interface CohortRow {
  readonly cohort: number;
  readonly size: number;
  /** Active at each age, from 0; as long as the period of that age was watched to its end. */
  readonly activeIn: readonly number[];
  /** Active at that age or later, as far as is known: every number may still grow. */
  readonly activeInOrLater: readonly number[];
}

/**
 * The triangle of cohorts: row by row up to the period `lastWhole`, the last one watched to its end; what lies after it is
 * left out, not zero.
 */
export function cohortTriangle(
  cells: readonly CohortCell[],
  cohorts: readonly number[],
  lastWhole: number,
): CohortRow[] {
  const byCohort = new Map<number, CohortCell[]>();
  for (const cell of cells) byCohort.set(cell.cohort, [...(byCohort.get(cell.cohort) ?? []), cell]);
  return cohorts.map((cohort) => {
    const own = byCohort.get(cohort) ?? [];
    const ages = Math.max(0, lastWhole - cohort + 1);
    const activeIn = Array.from<number>({ length: ages }).fill(0);
    const activeInOrLater = [...activeIn];
    for (const { age, active, last } of own) {
      if (age < ages) activeIn[age] = active;
      for (let earlier = 0; earlier <= Math.min(age, ages - 1); earlier += 1) {
        activeInOrLater[earlier] = (activeInOrLater[earlier] ?? 0) + last;
      }
    }
    return { cohort, size: own.find(({ age }) => age === 0)?.active ?? 0, activeIn, activeInOrLater };
  });
}
