import { expect, test } from 'vitest';
import { courseTasks } from '#cockpit/course/index.ts';
import type { CourseView, ObjectivePage } from '#cockpit/course/wire.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { scopeOf } from './community.ts';
import type { CourseHouse } from './course.ts';
import { put } from './made-community.ts';

interface Course {
  open(): CourseHouse;
  write(change?: object): Promise<string>;
  measure(id: string, change?: object): Promise<string>;
  page(id: string): Promise<ObjectivePage>;
  course(who?: FunctionName): Promise<CourseView>;
}

/** Forecasts of key results, in a house whose course is open. */
export function testForecasts({ open, write, measure, page, course }: Course): void {
  const run = async (): Promise<void> => {
    const { deps, as } = open();
    const { signal } = new AbortController();
    const call = { scope: await scopeOf(as('pilot')), payload: {}, signal, attempt: 1, isLastAttempt: false };
    await courseTasks({ ...deps, origin: () => '' })['course.forecast']?.(call);
  };
  test('is made once a week, of the weeks that are known, with its chance in words', async () => {
    const id = await write({ title: 'Prévu' });
    await measure(id, { target: 33 });
    await measure(id, { figure: 'welcomed_24h', spanDays: 91, target: 0.9, until: '2025-12-01' }).catch(
      () => undefined,
    );
    await run();
    const [one] = (await page(id)).keyResults;
    expect(one?.forecast).toMatchObject({ day: '2026-03-01', aimDay: '2026-09-27', because: null });
    const { low, median, high, chance, word, fan } = one?.forecast?.value ?? expect.unreachable('nothing is said');
    expect([low, median, high]).toEqual([low, median, high].toSorted((a, b) => a - b));
    expect(chance).toBeGreaterThan(0);
    expect(word).toBeTypeOf('string');
    expect(fan.at(-1)).toMatchObject({ day: '2026-09-27', median });
    // Made again for the same week, it is the one that was kept.
    await run();
    expect((await page(id)).keyResults[0]?.forecast).toEqual(one?.forecast);
  });

  test('is held against what came; ranges that hold too seldom are told', async () => {
    const id = await write({ title: 'Tenu' });
    const keyResultId = await measure(id, { until: '2025-12-01' });
    // Thirty persons were active in the four weeks before March.
    const told = (day: string, high80: number) => ({
      key_result_id: keyResultId,
      day,
      made_at: `${day}T09:00:00Z`,
      aim_day: '2026-02-15',
      weeks: 20,
      target: 40,
      wanted: 'at_least',
      median: 26,
      low50: 25,
      high50: 27,
      low80: 24,
      high80,
      low95: 20,
      high95: 40,
      chance: 0.2,
      fan: '[]',
    });
    const scope = await scopeOf(open().as('pilot'));
    await open().house.database.inScope(scope, (db) =>
      put(
        db,
        'key_result_forecast',
        Array.from({ length: 20 }, (_, n) => told(`2026-01-${String(n + 1).padStart(2, '0')}`, n < 11 ? 32 : 28)),
      ),
    );
    await run();
    const { record } = await course('sponsor');
    expect(record).toMatchObject({ forecasts: 20, held: 11, trust: 'off' });
    expect(record.brier).toBeCloseTo(0.04, 9);
    expect((await page(id)).record).toEqual(record);
  });
}
