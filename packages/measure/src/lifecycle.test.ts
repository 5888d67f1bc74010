import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../tools/testing/shared.ts';
import { blockAccount, cohortTriangle, type CohortCell } from './index.ts';

interface Vector {
  readonly periods: number;
  readonly events: readonly (readonly [string, number])[];
  readonly expect: {
    readonly periods: readonly {
      readonly period: number;
      readonly retention: number | null;
      readonly retention_ci: readonly [number, number] | null;
      readonly quick_ratio: number | null;
      readonly [count: string]: unknown;
    }[];
    readonly cohorts: readonly {
      readonly cohort: number;
      readonly size: number;
      readonly active_in: readonly number[];
      readonly active_in_or_after: readonly number[];
    }[];
  };
  readonly tol: number;
}

/** Who was active in each period, and when each came. */
function peopleOf({ events, periods }: Vector) {
  const active = Array.from(
    { length: periods },
    (_, period) => new Set(events.filter(([, at]) => at === period).map(([who]) => who)),
  );
  const names = [...new Set(events.map(([who]) => who))];
  const first = new Map(names.map((who) => [who, active.findIndex((some) => some.has(who))]));
  return { active, names, first };
}

function countsIn(vector: Vector, period: number) {
  const { active, first } = peopleOf(vector);
  const [now, before] = [[...(active[period] ?? [])], [...(active[period - 1] ?? [])]];
  return {
    active: now.length,
    former: before.length,
    fresh: now.filter((who) => first.get(who) === period).length,
    retained: now.filter((who) => before.includes(who)).length,
    resurrected: now.filter((who) => !before.includes(who) && first.get(who) !== period).length,
    lapsed: before.filter((who) => !now.includes(who)).length,
  };
}

function cellsOf(vector: Vector): CohortCell[] {
  const { active, names, first } = peopleOf(vector);
  const cells: CohortCell[] = [];
  for (let cohort = 0; cohort < vector.periods; cohort += 1) {
    const own = names.filter((who) => first.get(who) === cohort);
    for (let age = 0; cohort + age < vector.periods; age += 1) {
      const isIn = (who: string): boolean => active[cohort + age]?.has(who) === true;
      const isLast = (who: string): boolean =>
        isIn(who) && !active.slice(cohort + age + 1).some((some) => some.has(who));
      cells.push({ cohort, age, active: own.filter(isIn).length, last: own.filter(isLast).length });
    }
  }
  return cells;
}

describeShared('lifecycle beside the vectors', () => {
  const vector = JSON.parse(readFileSync(sharedPath('vectors', 'lifecycle.json') ?? '', 'utf8')) as Vector;

  test('blocks', () => {
    for (const wanted of vector.expect.periods) {
      const found = blockAccount(countsIn(vector, wanted.period));
      const { fresh, ...counts } = found;
      expect({ ...counts, new: fresh }).toMatchObject({
        active: wanted['active'],
        new: wanted['new'],
        retained: wanted['retained'],
        resurrected: wanted['resurrected'],
        lapsed: wanted['lapsed'],
      });
      close(found.retention?.value, wanted.retention);
      const [low, high] = wanted.retention_ci ?? [null, null];
      close(found.retention?.low, low);
      close(found.retention?.high, high);
      close(found.quickRatio, wanted.quick_ratio);
    }
  });

  test('cohorts', () => {
    const cohorts = vector.expect.cohorts.map(({ cohort }) => cohort);
    expect(cohortTriangle(cellsOf(vector), cohorts, vector.periods - 1)).toEqual(
      vector.expect.cohorts.map(({ cohort, size, active_in: activeIn, active_in_or_after: activeInOrLater }) => ({
        cohort,
        size,
        activeIn,
        activeInOrLater,
      })),
    );
  });

  function close(found: number | undefined, wanted: number | null): void {
    if (wanted === null) expect(found).toBeUndefined();
    else expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(vector.tol);
  }
});

test('what does not add up is not told', () => {
  const counts = { active: 3, former: 2, fresh: 1, retained: 1, resurrected: 1, lapsed: 1 };
  expect(blockAccount(counts).retention?.value).toBe(0.5);
  expect(() => blockAccount({ ...counts, fresh: 2 })).toThrow('active');
  expect(() => blockAccount({ ...counts, lapsed: 0 })).toThrow('former');
});

test('periods not watched to their end are left out, a cohort of the future has no ages', () => {
  const cells = [
    { cohort: 0, age: 0, active: 4, last: 1 },
    { cohort: 0, age: 3, active: 3, last: 3 },
  ];
  expect(cohortTriangle(cells, [0, 2], 1)).toEqual([
    { cohort: 0, size: 4, activeIn: [4, 0], activeInOrLater: [4, 3] },
    { cohort: 2, size: 0, activeIn: [], activeInOrLater: [] },
  ]);
});
