import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standingClock } from '#platform/clock/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { community, day, question } from '../../../../../tools/testing/random-community.ts';
import { describeShared, sharedPath } from '../../../../../tools/testing/shared.ts';
import { SLOW_PEOPLE, slowCohort, slowFlow, slowStates } from '../../../../../tools/testing/slow-figures-people.ts';
import type { SlowQuestion } from '../../../../../tools/testing/slow-figures.ts';
import { openAnalysis, type Analysis } from '../../../../../tools/testing/two-engines.ts';
import { REGISTRY } from '#cockpit/figures/index.ts';
import type { FigureDetail } from '#cockpit/figures/index.ts';
import { answerDetail } from '#cockpit/figures/service.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 6);
const clock = standingClock('2027-01-01T00:00:00Z');

type Body = FigureDetail['detail'];
type Told<Kind extends Body['kind']> = Extract<Body, { kind: Kind }>;

/** A detail, the same on both engines. */
async function detailOf<Kind extends Body['kind']>(
  analysis: Analysis,
  scope: Scope,
  id: string,
  kind: Kind,
  asked: { readonly from: string; readonly until: string },
): Promise<Told<Kind> | undefined> {
  const figure = REGISTRY.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`No figure ${id}.`);
  const query = { ...asked, compare: 'none' as const };
  const [copy, base] = [
    await answerDetail({ ...analysis, clock }, scope, figure, query, 'fr', 'duckdb'),
    await answerDetail({ ...analysis, clock }, scope, figure, query, 'fr', 'postgres'),
  ];
  if (!copy.ok || !base.ok) throw new Error('refused');
  expect(copy.value.detail).toEqual(base.value.detail);
  const { detail } = copy.value;
  return detail.kind === kind ? (detail as Told<Kind>) : undefined;
}

function expectFlow(told: Told<'lifecycle'>, made: MadeCommunity, asked: SlowQuestion): void {
  for (const { day: end, states } of told.ends) {
    expect({ end, states }).toEqual({ end, states: slowStates(made, asked, end) });
  }
  for (const { from, until, cells } of told.flows) {
    const found = Object.fromEntries(cells.map(({ before, after, persons }) => [`${before}>${after}`, persons]));
    expect(found, `${from} ${until}`).toEqual(slowFlow(made, { ...asked, from, until }));
  }
}

function expectCohorts(told: Told<'cohorts'>, made: MadeCommunity, asked: SlowQuestion): void {
  for (const { month, size, activeIn, activeInOrLater } of told.cohorts) {
    const slow = slowCohort(made, asked, month, told.lastMonth ?? '');
    expect({ month, size }).toEqual({ month, size: slow.size > 0 && slow.size < 5 ? null : slow.size });
    if (size === null) continue;
    expect(activeIn).toEqual(slow.activeIn);
    expect(activeInOrLater).toEqual(slow.activeInOrLater);
  }
}

function expectBlocks(told: Told<'blocks'>, made: MadeCommunity, asked: SlowQuestion): void {
  for (const block of told.blocks) {
    const slow = SLOW_PEOPLE['growth_accounting']?.(made, { ...asked, from: block.from, until: block.until });
    const { active, new: fresh, retained, resurrected, lapsed, former } = block;
    expect({ active, new: fresh, retained, resurrected, lapsed, of: former }).toEqual({
      active: slow?.['active'],
      new: slow?.['new'],
      retained: slow?.['retained'],
      resurrected: slow?.['resurrected'],
      lapsed: slow?.['lapsed'],
      of: slow?.['of'],
    });
  }
}

test(
  'triangle, blocks, flow and silences are what loops over people say',
  { timeout: 600_000 + RUNS * 10_000 },
  async () => {
    await using analysis = await openAnalysis();
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(community, question, async (made, { zone, start, length }) => {
        const scope = await analysis.workspace(zone);
        await analysis.write(scope, (db) => writeCommunity(db, made));
        await analysis.projection.refresh(scope);
        const window = { from: day(start), until: day(start + length) };
        const asked: SlowQuestion = { zone, places: [...made.places.keys()], channels: undefined, ...window };
        const flow = await detailOf(analysis, scope, 'lifecycle_state', 'lifecycle', window);
        if (flow !== undefined) expectFlow(flow, made, asked);
        const cohorts = await detailOf(analysis, scope, 'cohort_retention', 'cohorts', window);
        if (cohorts !== undefined) expectCohorts(cohorts, made, asked);
        const blocks = await detailOf(analysis, scope, 'growth_accounting', 'blocks', window);
        if (blocks !== undefined) expectBlocks(blocks, made, asked);
        const risky = await detailOf(analysis, scope, 'at_risk', 'at_risk', window);
        if (risky !== undefined) expect(risky.persons).toBe(SLOW_PEOPLE['at_risk']?.(made, asked)['value']);
        for (const one of [flow, cohorts, blocks, risky]) if (one !== undefined) judged += 1;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Most communities have something to judge; how much is drawn, and a few runs may draw little.
    expect(judged).toBeGreaterThan(RUNS);
  },
);

interface Vector {
  readonly events: readonly (readonly [string, number])[];
  readonly expect: {
    readonly periods: readonly Readonly<Record<string, unknown>>[];
    readonly cohorts: readonly {
      readonly cohort: number;
      readonly size: number;
      readonly active_in: readonly number[];
      readonly active_in_or_after: readonly number[];
      readonly shown: boolean;
    }[];
  };
}

/** The community of the vectors, each period at a day of its own; somebody of the house closes the last one. */
function communityOf({ events }: Vector, dayOf: (period: number) => string, end: string): MadeCommunity {
  const names = [...new Set(events.map(([who]) => who))];
  return {
    places: [{ threads: true, replies: true, hours: false }],
    channels: [0],
    members: [...names.map(() => ({ kind: 'person' as const })), { kind: 'staff' as const }],
    accounts: [...names, 'staff'].map((_, member) => ({ place: 0, member })),
    threads: [],
    messages: [
      ...events.map(([who, period]) => ({ channel: 0, account: names.indexOf(who), when: { day: dayOf(period) } })),
      { channel: 0, account: names.length, when: { day: end } },
    ],
    reactions: [],
  };
}

describeShared('lifecycle beside the vectors', () => {
  const vector = JSON.parse(readFileSync(sharedPath('vectors', 'lifecycle.json') ?? '', 'utf8')) as Vector;

  test('blocks of 28 days', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    // The Monday 2024-12-23 begins a block.
    const start = Date.UTC(1970, 0, 5) + 28 * 717 * 86_400_000;
    const at = (days: number): string => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
    const made = communityOf(vector, (period) => at(28 * period + 3), at(28 * 4 - 1));
    await analysis.write(scope, (db) => writeCommunity(db, made));
    const told = await detailOf(analysis, scope, 'growth_accounting', 'blocks', { from: at(0), until: at(28 * 4) });
    const blocks = told?.blocks.filter(({ active }) => active > 0) ?? [];
    for (const [period, wanted] of vector.expect.periods.entries()) {
      const block = blocks[period];
      expect(block).toMatchObject({
        from: at(28 * period),
        active: wanted['active'],
        new: wanted['new'],
        retained: wanted['retained'],
        resurrected: wanted['resurrected'],
        lapsed: wanted['lapsed'],
      });
      expect(block?.retention?.value ?? null).toEqual(
        wanted['retention'] === null ? null : expect.closeTo(Number(wanted['retention']), 6),
      );
    }
  });

  test('cohorts', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    const made = communityOf(vector, (period) => `2025-0${String(period + 1)}-15`, '2025-04-30');
    await analysis.write(scope, (db) => writeCommunity(db, made));
    const told = await detailOf(analysis, scope, 'cohort_retention', 'cohorts', {
      from: '2025-01-01',
      until: '2025-05-01',
    });
    expect(told?.cohorts).toEqual(
      vector.expect.cohorts.map(({ cohort, size, active_in: activeIn, active_in_or_after: activeInOrLater, shown }) => {
        const month = `2025-0${String(cohort + 1)}-01`;
        return shown
          ? { month, size, activeIn, activeInOrLater }
          : { month, size: null, activeIn: [], activeInOrLater: [] };
      }),
    );
  });
});
