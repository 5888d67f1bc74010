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
import { answerDetail } from '../service.ts';
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

test.each(BOTH_ENGINES)(
  'themes and tones of a period are what a slow count finds (%s)',
  async (engine) => {
    await using analysis = await openAnalysis();
    const period = fc.record({ start: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 90 }) });
    await fc.assert(
      fc.asyncProperty(community, period, async (made, { start, length }) => {
        const scope = await analysis.workspace('Europe/Paris');
        await analysis.write(scope, (db) => writeCommunity(db, made));
        await analysis.projection.refresh(scope);
        const [from, until] = [day(start), day(start + length)];
        const query = { from, until, compare: 'none' as const };
        const all = { zone: 'Europe/Paris', places: [...made.places.keys()], channels: undefined, from, until };
        const before = mentionsIn(made, { ...all, from: day(start - length), until: from });
        const deps = { ...analysis, clock };

        const answered = await answerDetail(deps, scope, figureOf('themes'), query, 'fr', engine);
        if (!answered.ok) throw new Error(answered.refusal.code);
        const { detail } = answered.value;
        if (detail.kind === 'themes') {
          const now = mentionsIn(made, all);
          expect(detail.contributions).toBe(writtenIn(made, all).length);
          expect(new Map(detail.themes.map((one) => [one.themeId, one.mentions]))).toEqual(
            new Map([...now].map(([id, messages]) => [id, messages.length])),
          );
          for (const { themeId, persons, before: earlier, course, mentions } of detail.themes) {
            expect(persons).toBe(personsOf(made, now.get(themeId) ?? []));
            expect(earlier).toEqual({
              mentions: before.get(themeId)?.length ?? 0,
              persons: personsOf(made, before.get(themeId) ?? []),
            });
            expect(course.reduce((sum, n) => sum + n, 0)).toBe(mentions);
          }
        }

        const judged = writtenIn(made, all).filter((n) => made.tones?.some(({ message }) => message === n));
        const told = await answerDetail(deps, scope, figureOf('sentiment'), query, 'fr', engine);
        if (!told.ok) throw new Error(told.refusal.code);
        const tone = told.value.detail;
        const persons = new Set(judged.map((n) => memberOf(made, made.messages[n]?.account ?? 0))).size;
        if (persons < 5) expect(tone.kind).toBe('unavailable');
        if (tone.kind !== 'tone') return;
        const of = (wanted: number): number =>
          judged.filter((n) => made.tones?.some(({ message, tone: one }) => message === n && one === wanted)).length;
        expect(tone.counts).toEqual({ negative: of(-1), neutral: of(0), positive: of(1) });
        expect(tone.persons).toBe(persons);
        expect(tone.themes.every((theme) => theme.persons >= 5)).toBe(true);
      }),
      { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 12) },
    );
  },
  300_000,
);

const row = (mentions: number, persons: number, squares: number) => ({ mentions, persons, squares });

test('growth is told only where it is more than chance, and never of a few persons', () => {
  expect(growthOf(row(80, 40, 200), row(20, 15, 40), false)).toMatchObject({ state: 'told', change: 'up', ratio: 4 });
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
