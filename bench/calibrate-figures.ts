import { forecastRate, forecastTotal, holds, type Forecast, type Part } from '@passerelle/measure';

/** Who wrote, week by week, in one community or channel. */
export type AuthorWeeks = readonly ReadonlySet<string>[];

/** Weeks a figure is taken over, how many are known before, how many are to come. */
const [SPAN, HISTORY, STEP] = [4, 26, 13];
export const AHEAD = [2, 6, 13] as const;
const PATHS = 400;
/** Fewer persons a week than this say too little of a share or a number. */
const ENOUGH = 5;

export interface FigureTrial {
  readonly windows: number;
  readonly held80: number;
}

/** What a figure was expected to be in the last weeks of some that were to come, and what it was. */
type Trial = (weeks: AuthorWeeks, now: number, ahead: number) => { told: Forecast; came: number } | undefined;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Persons of four weeks, each counted once: the weeks added up, times the share of their sum the last four came to. */
function persons(weeks: AuthorWeeks, now: number, ahead: number): ReturnType<Trial> {
  const sizes = weeks.map((week) => week.size);
  const of = (end: number): number => new Set(weeks.slice(end - SPAN, end).flatMap((week) => [...week])).size;
  const share = of(now) / total(sizes.slice(now - SPAN, now));
  const { done, ...next } = split(sizes, now, ahead, total);
  const told = forecastTotal({ weeks: sizes.slice(0, now), done, ...next, seed: now, paths: PATHS });
  if (told === undefined) return undefined;
  const { low, high } = told.range80;
  return { told: { ...told, range80: { low: low * share, high: high * share } }, came: of(now + ahead) };
}

const together = (parts: readonly Part[]): Part => ({
  met: total(parts.map(({ met }) => met)),
  of: total(parts.map(({ of }) => of)),
});

/** A share of persons over four weeks, from those of each week. */
function shareOf(parts: readonly Part[], now: number, ahead: number): ReturnType<Trial> {
  const { done, remaining, waiting } = split(parts, now, ahead, together);
  const asked = Math.round(total(parts.slice(now - 13, now).map(({ of }) => of)) / 13);
  const known = parts.slice(0, now).map((part) => (part.of === 0 ? null : part));
  const next = { ahead: Array.from({ length: remaining }, () => asked), waiting };
  const told = forecastRate({ weeks: known, done, ...next, seed: now, paths: PATHS });
  const { met, of } = together(parts.slice(now + ahead - SPAN, now + ahead));
  return told === undefined || of === 0 ? undefined : { told, came: met / of };
}

function split<T, Sum>(weeks: readonly T[], now: number, ahead: number, sum: (weeks: readonly T[]) => Sum) {
  const remaining = Math.min(SPAN, ahead);
  return { done: sum(weeks.slice(now - SPAN + remaining, now)), remaining, waiting: ahead - remaining };
}

const returning = (weeks: AuthorWeeks): readonly Part[] =>
  weeks.map((week, n) => ({ met: [...week].filter((who) => weeks[n - 1]?.has(who) === true).length, of: week.size }));

function arriving(weeks: AuthorWeeks): readonly Part[] {
  const seen = new Set<string>();
  return weeks.map((week) => {
    const fresh = [...week].filter((who) => !seen.has(who));
    for (const who of fresh) seen.add(who);
    return { met: fresh.length, of: week.size };
  });
}

export const FIGURES = {
  'persons of 4 weeks': persons,
  'share seen the week before': (weeks, now, ahead) => shareOf(returning(weeks), now, ahead),
  'share never seen before': (weeks, now, ahead) => shareOf(arriving(weeks), now, ahead),
} as const satisfies Readonly<Record<string, Trial>>;
export type FigureName = keyof typeof FIGURES;

/** How often the 80 % range of a figure held, on real weeks laid out a quarter apart. */
export function figureTrial(communities: readonly AuthorWeeks[], name: FigureName, ahead: number): FigureTrial {
  let [windows, held] = [0, 0];
  for (const weeks of communities)
    for (let now = HISTORY; now + ahead <= weeks.length; now += STEP) {
      const known = weeks.slice(Math.max(0, now - 2 * HISTORY), now + ahead);
      const sizes = known.slice(0, -ahead).map((week) => week.size);
      if ((sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0) < ENOUGH) continue;
      const found = FIGURES[name](known, known.length - ahead, ahead);
      if (found === undefined) continue;
      windows += 1;
      if (holds(found.told.range80, found.came)) held += 1;
    }
  return { windows, held80: held / windows };
}
