import { blockAccount, cohortTriangle, wilson, type CohortRow } from '@passerelle/measure';
import type { DetailFrame, FigureRow, Measured } from '#cockpit/figures/index.ts';
import { addDays } from '#kernel/day.ts';
import { BLOCK_DAYS, FIRST_BLOCK, SMALLEST_COHORT } from './model.ts';
import type { Blocks, Cohorts } from './wire.ts';

const numberIn = (row: FigureRow | undefined, name: string): number => Number(row?.[name] ?? 0);

function shareOf(n: number, of: number, parts: Measured['parts']): Measured {
  return { estimate: of === 0 ? undefined : wilson(n, of), sample: of, n, of, parts };
}

/** Of those who were there before, how many still are. */
export function retentionRate([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'retained'), numberIn(row, 'former'), { active: numberIn(row, 'active') });
}

/** Of those who are there, how many were before. */
export function returningShare([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'retained'), numberIn(row, 'active'), { former: numberIn(row, 'former') });
}

/** Of those whose next month is over, how many were active in it. */
export function monthAfter([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'good'), numberIn(row, 'ripe'), { unripe: numberIn(row, 'unripe') });
}

/** What a row says of a block; throws when its counts do not add up. */
function accountOf(row: FigureRow | undefined): ReturnType<typeof blockAccount> {
  return blockAccount({
    active: numberIn(row, 'active'),
    former: numberIn(row, 'former'),
    fresh: numberIn(row, 'fresh'),
    retained: numberIn(row, 'retained'),
    resurrected: numberIn(row, 'resurrected'),
    lapsed: numberIn(row, 'lapsed'),
  });
}

/** Retention of a block, with what its growth is made of. */
export function blockRetention([row]: readonly FigureRow[]): Measured {
  const { active, former, fresh, retained, resurrected, lapsed, retention } = accountOf(row);
  const parts = { active, new: fresh, retained, resurrected, lapsed };
  return { estimate: retention, sample: former, n: retained, of: former, parts };
}

/** The first day of a month counted from year 0. */
function dayOfMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The triangle of cohorts, from the oldest that has anybody to the last month watched to its end. */
export function triangle([rows = []]: readonly (readonly FigureRow[])[]): Cohorts | undefined {
  if (rows.length === 0) return undefined;
  const lastMonth = numberIn(rows[0], 'last_month');
  const cells = rows.map((row) => ({
    cohort: numberIn(row, 'cohort'),
    age: numberIn(row, 'age'),
    active: numberIn(row, 'active'),
    last: numberIn(row, 'last'),
  }));
  const oldest = Math.min(...cells.map(({ cohort }) => cohort));
  const months = Array.from({ length: lastMonth - oldest + 1 }, (_, after) => oldest + after);
  const cohorts = cohortTriangle(cells, months, lastMonth);
  const isShown = ({ size }: CohortRow): boolean => size === 0 || size >= SMALLEST_COHORT;
  return {
    kind: 'cohorts',
    cohorts: cohorts.map((row) => {
      const month = dayOfMonth(row.cohort);
      if (!isShown(row)) return { month, size: null, activeIn: [], activeInOrLater: [] };
      return { month, size: row.size, activeIn: [...row.activeIn], activeInOrLater: [...row.activeInOrLater] };
    }),
    ages: months.map((_, age) => togetherAt(age, cohorts.filter(isShown))),
    lastMonth: dayOfMonth(lastMonth),
  };
}

/** All cohorts that were watched at an age, as one. */
function togetherAt(age: number, cohorts: readonly CohortRow[]): Cohorts['ages'][number] {
  let [active, of] = [0, 0];
  for (const { size, activeIn } of cohorts) {
    if (activeIn[age] === undefined) continue;
    active += activeIn[age];
    of += size;
  }
  return { age, active, of, share: of === 0 ? null : wilson(active, of) };
}

/** Growth accounting block by block; blocks before the first one watched are left out. */
export function accounts([rows = []]: readonly (readonly FigureRow[])[], { places }: DetailFrame): Blocks | undefined {
  if (rows.length === 0) return undefined;
  const watchedFrom = places.map(({ span }) => span?.firstDay ?? '9999-12-31').toSorted()[0] ?? '9999-12-31';
  const blocks = rows
    .toSorted((a, b) => numberIn(a, 'block') - numberIn(b, 'block'))
    .map((row) => {
      const { fresh, retention, quickRatio, ...counts } = accountOf(row);
      const from = addDays(FIRST_BLOCK, BLOCK_DAYS * numberIn(row, 'block'));
      return {
        ...counts,
        from,
        until: addDays(from, BLOCK_DAYS),
        partial: addDays(from, -BLOCK_DAYS) < watchedFrom,
        new: fresh,
        retention: retention ?? null,
        quickRatio: quickRatio ?? null,
      };
    });
  return { kind: 'blocks', blocks };
}
