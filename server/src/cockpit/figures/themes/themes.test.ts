import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingClock } from '#platform/clock/index.ts';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { community, day } from '../../../../../tools/testing/random-community.ts';
import { memberOf, type SlowQuestion } from '../../../../../tools/testing/slow-figures.ts';
import { personsOf, writtenIn } from '../../../../../tools/testing/slow-figures-themes.ts';
import { BOTH_ENGINES, openAnalysis } from '../../../../../tools/testing/two-engines.ts';
import { REGISTRY } from '#cockpit/figures/index.ts';
import { answerDetail } from '#cockpit/figures/service.ts';
import type { FigureDetail } from '#cockpit/figures/index.ts';
import { growthOf, themesOf, tonesOf } from './rules.ts';

const clock = standingClock('2027-01-01T00:00:00Z');
const figureOf = (id: string) => {
  const figure = REGISTRY.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`No figure ${id}.`);
  return figure;
};

function endOf(made: MadeCommunity, theme: number): number {
  const into = made.themes?.[theme];
  return into === undefined ? theme : endOf(made, into);
}

/** Messages of the window that mention a theme, merged ones where they went. */
function mentionsIn(made: MadeCommunity, asked: SlowQuestion): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const message of writtenIn(made, asked)) {
    const themes = (made.mentions ?? [])
      .filter((one) => one.message === message)
      .map(({ theme }) => endOf(made, theme));
    for (const theme of new Set(themes)) {
      const id = madeId('theme', theme);
      found.set(id, [...(found.get(id) ?? []), message]);
    }
  }
  return found;
}

interface Windows {
  readonly now: SlowQuestion;
  readonly before: SlowQuestion;
}

function expectThemes(detail: FigureDetail['detail'], made: MadeCommunity, asked: Windows): void {
  if (detail.kind !== 'themes') return;
  const [now, before] = [mentionsIn(made, asked.now), mentionsIn(made, asked.before)];
  expect(detail.contributions).toBe(writtenIn(made, asked.now).length);
  expect(new Map(detail.themes.map((one) => [one.themeId, one.mentions]))).toEqual(
    new Map([...now].map(([id, messages]) => [id, messages.length])),
  );
  for (const { themeId, persons, before: earlier, course, mentions } of detail.themes) {
    const then = before.get(themeId) ?? [];
    expect(persons).toBe(personsOf(made, now.get(themeId) ?? []));
    expect(earlier).toEqual({ mentions: then.length, persons: personsOf(made, then) });
    expect(course.reduce((sum, n) => sum + n, 0)).toBe(mentions);
  }
}

function expectTones(detail: FigureDetail['detail'], made: MadeCommunity, { now }: Windows): void {
  const toneOf = new Map((made.tones ?? []).map(({ message, tone }) => [message, tone]));
  const judged = writtenIn(made, now).filter((n) => toneOf.has(n));
  const persons = new Set(judged.map((n) => memberOf(made, made.messages[n]?.account ?? 0))).size;
  if (persons < 5) expect(detail.kind).toBe('unavailable');
  if (detail.kind !== 'tone') return;
  const of = (wanted: number): number => judged.filter((n) => toneOf.get(n) === wanted).length;
  expect(detail.counts).toEqual({ negative: of(-1), neutral: of(0), positive: of(1) });
  expect(detail.persons).toBe(persons);
  expect(detail.themes.every((theme) => theme.persons >= 5)).toBe(true);
}

const CHECKS = { themes: expectThemes, sentiment: expectTones } as const;

test('themes and tones of a period are what a slow count finds, on both engines', async () => {
  await using analysis = await openAnalysis();
  const period = fc.record({ start: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 90 }) });
  await fc.assert(
    fc.asyncProperty(community, period, async (made, { start, length }) => {
      const scope = await analysis.workspace('Europe/Paris');
      await analysis.write(scope, (db) => writeCommunity(db, made));
      await analysis.projection.refresh(scope);
      const [from, until] = [day(start), day(start + length)];
      const now = { zone: 'Europe/Paris', places: [...made.places.keys()], channels: undefined, from, until };
      const windows = { now, before: { ...now, from: day(start - length), until: from } };
      const query = { from, until, compare: 'none' as const };
      for (const engine of BOTH_ENGINES) {
        for (const [id, check] of Object.entries(CHECKS)) {
          const answered = await answerDetail({ ...analysis, clock }, scope, figureOf(id), query, 'fr', engine);
          if (!answered.ok) throw new Error(answered.refusal.code);
          check(answered.value.detail, made, windows);
        }
      }
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 12), endOnFailure: true },
  );
}, 300_000);

const row = (mentions: number, persons: number, squares: number) => ({ mentions, persons, squares });

test('growth is told only where it is more than chance, and never of a few persons', () => {
  expect(growthOf(row(80, 40, 200), row(20, 15, 40), false)).toMatchObject({
    state: 'told',
    change: 'up',
    ratio: expect.closeTo(4, 9),
  });
  expect(growthOf(row(22, 15, 40), row(20, 15, 40), false)).toMatchObject({ state: 'told', change: 'none' });
  // As many mentions, nearly all by one person: no trend.
  expect(growthOf(row(80, 6, 76 * 76 + 5), row(20, 15, 40), false)).toMatchObject({ change: 'none' });
  expect(growthOf(row(80, 4, 2000), row(20, 15, 40), false)).toEqual({ state: 'cannot_tell', because: 'too_few' });
  expect(growthOf(row(80, 40, 200), undefined, false)).toEqual({ state: 'cannot_tell', because: 'new' });
  expect(growthOf(row(80, 40, 200), row(20, 15, 40), true)).toEqual({ state: 'cannot_tell', because: 'partial' });
});

test('nothing is told of nothing, and no tone of a few persons', () => {
  const about = {
    window: { from: '2026-01-01', until: '2026-02-01' },
    zone: 'UTC',
    bucket: 'week' as const,
    asked: [],
    places: [],
  };
  expect(themesOf([[], [{ contributions: 0, persons: 0 }], []], about)).toBeUndefined();
  const heard = (persons: number) => [{ language: null, negative: 3, neutral: 3, positive: 3, unjudged: 0, persons }];
  expect(tonesOf([heard(4), []], {})).toBeUndefined();
  expect(tonesOf([heard(5), []], {})?.counts).toEqual({ negative: 3, neutral: 3, positive: 3 });
});
