import {
  difference,
  effectiveSize,
  poissonExact,
  ratioOfSums,
  sideOfZero,
  wilson,
  type Estimate,
} from '@passerelle/measure';
import type { DetailFrame, FigureRow, Measured } from '#cockpit/figures/index.ts';
import { addDays, daysBetween } from '#kernel/day.ts';
import { GROWTH_FROM, TONE_FROM } from './model.ts';
import type { Growth, ThemeFigure, Themes, Tone, ToneCounts, ToneError } from './wire.ts';

type Rows = readonly FigureRow[];

function numberIn(row: FigureRow | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}

/** A share of messages, of persons who write in bundles. */
function shareOf(row: FigureRow | undefined): Measured {
  const [x, y] = [numberIn(row, 'x'), numberIn(row, 'y')];
  const persons = numberIn(row, 'persons');
  const sums = { persons, x, y, xx: numberIn(row, 'xx'), xy: numberIn(row, 'xy'), yy: numberIn(row, 'yy') };
  return { estimate: shareEstimate(sums), sample: y, n: x, of: y, parts: { persons } };
}

/** Where all or nobody is, the ratio has no variance to tell: Wilson's interval over the persons says how sure that is. */
function shareEstimate(sums: Parameters<typeof ratioOfSums>[0]): Estimate | undefined {
  if (sums.y === 0) return undefined;
  if (sums.x > 0 && sums.x < sums.y) return ratioOfSums(sums);
  return wilson(sums.x === 0 ? 0 : sums.persons, sums.persons);
}

/** How much of what is written is about one of the themes. */
export function shareAboutThemes([row]: Rows): Measured {
  return shareOf(row);
}

/** How much of what is written, and judged, is in a negative tone; told to nobody where it would be a few persons' tone. */
export function shareNegative([row]: Rows): Measured {
  const measured = shareOf(row);
  const positive = numberIn(row, 'positive');
  const { n: negative, of } = measured;
  const persons = numberIn(row, 'persons');
  if (persons > 0 && persons < TONE_FROM) return { ...measured, estimate: undefined, lack: 'private' };
  return { ...measured, parts: { ...measured.parts, negative, neutral: of - negative - positive, positive } };
}

/** Themes with their growth and course, most mentioned first. */
export function themesOf(
  [mentions = [], written = [], course = []]: readonly Rows[],
  about: DetailFrame,
): Themes | undefined {
  const contributions = numberIn(written[0], 'contributions');
  if (contributions === 0) return undefined;
  const points = about.asked.flatMap(({ role, from, until, partial }, w) =>
    role === 'bucket' ? [{ w, from, until, partial }] : [],
  );
  const isPartial = isPartlyWatched(about);
  const now = mentions.filter((row) => row['w'] === 0);
  const themes = now.map((row): ThemeFigure => {
    const themeId = String(row['theme']);
    const before = mentions.find((other) => other['w'] === 1 && other['theme'] === row['theme']);
    const at = new Map(
      course.filter((one) => one['theme'] === row['theme']).map((one) => [one['w'], numberIn(one, 'mentions')]),
    );
    return {
      themeId,
      mentions: numberIn(row, 'mentions'),
      persons: numberIn(row, 'persons'),
      before: { mentions: numberIn(before, 'mentions'), persons: numberIn(before, 'persons') },
      growth: growthOf(row, before, isPartial),
      course: points.map(({ w }) => at.get(w) ?? 0),
    };
  });
  themes.sort((a, b) => b.mentions - a.mentions || (a.themeId < b.themeId ? -1 : 1));
  return {
    kind: 'themes',
    contributions,
    persons: numberIn(written[0], 'persons'),
    themes,
    points: points.map(({ from, until, partial }) => ({ from, until, partial })),
    bucket: about.bucket,
  };
}

/** Whether part of the window, or of the equal one before, lies outside of what was watched. */
function isPartlyWatched({ window: { from, until }, places }: DetailFrame): boolean {
  const spans = places.flatMap(({ span }) => span ?? []);
  const first = spans.map(({ firstDay }) => firstDay).toSorted()[0];
  const last = spans
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return true;
  const before = addDays(from, -daysBetween(from, until));
  return before < first || addDays(last, 1) < until;
}

/**
 * How many times more mentions than before. Mentions come in bundles, one for each person: they count as Kish's effective
 * number of independent ones, else one busy person would make a trend.
 */
export function growthOf(now: FigureRow, before: FigureRow | undefined, isPartial: boolean): Growth {
  if (isPartial) return { state: 'cannot_tell', because: 'partial' };
  if (before === undefined) return { state: 'cannot_tell', because: 'new' };
  if (Math.min(numberIn(now, 'persons'), numberIn(before, 'persons')) < GROWTH_FROM) {
    return { state: 'cannot_tell', because: 'too_few' };
  }
  const found = difference(logarithmOf(now), logarithmOf(before));
  const side = sideOfZero(found);
  return {
    state: 'told',
    ratio: Math.exp(found.value),
    low: Math.exp(found.low),
    high: Math.exp(found.high),
    change: side === 'around' ? 'none' : side === 'above' ? 'up' : 'down',
  };
}

function logarithmOf(row: FigureRow): Estimate {
  const mentions = numberIn(row, 'mentions');
  const size = effectiveSize(mentions, numberIn(row, 'squares'));
  const { low, high } = poissonExact(Math.round(size));
  const each = mentions / Math.round(size);
  return { value: Math.log(mentions), low: Math.log(low * each), high: Math.log(high * each) };
}

function countsIn(row: FigureRow | undefined): ToneCounts {
  return {
    negative: numberIn(row, 'negative'),
    neutral: numberIn(row, 'neutral'),
    positive: numberIn(row, 'positive'),
  };
}

function judgedIn({ negative, neutral, positive }: ToneCounts): number {
  return negative + neutral + positive;
}

/** Tones in all, by language with the error of reading there, and by theme. `measured`: the confusion by language. */
export function tonesOf(
  [all = [], ofThemes = []]: readonly Rows[],
  measured: Readonly<
    Record<
      string,
      | {
          readonly negative: readonly number[];
          readonly neutral: readonly number[];
          readonly positive: readonly number[];
        }
      | undefined
    >
  >,
): Tone | undefined {
  const total = all.find((row) => row['language'] === null);
  const counts = countsIn(total);
  if (judgedIn(counts) === 0 || numberIn(total, 'persons') < TONE_FROM) return undefined;
  const languages = all.flatMap((row) => {
    const language = row['language'];
    const judged = judgedIn(countsIn(row));
    if (typeof language !== 'string' || judged === 0) return [];
    const confusion = measured[language];
    const error = confusion === undefined ? null : errorOf([confusion.negative, confusion.neutral, confusion.positive]);
    return [{ language, judged, error }];
  });
  languages.sort((a, b) => b.judged - a.judged || (a.language < b.language ? -1 : 1));
  const themes = ofThemes.flatMap((row) => (numberIn(row, 'persons') < TONE_FROM ? [] : [toneOfTheme(row)]));
  themes.sort((a, b) => judgedIn(b.counts) - judgedIn(a.counts) || (a.themeId < b.themeId ? -1 : 1));
  return {
    kind: 'tone',
    counts,
    persons: numberIn(total, 'persons'),
    unjudged: numberIn(total, 'unjudged'),
    languages,
    themes,
  };
}

function toneOfTheme(row: FigureRow): Tone['themes'][number] {
  const [negative, positive, y] = [numberIn(row, 'negative'), numberIn(row, 'positive'), numberIn(row, 'y')];
  return {
    themeId: String(row['theme']),
    counts: { negative, positive, neutral: y - negative - positive },
    persons: numberIn(row, 'persons'),
    negative: intervalOf(row, 'negative'),
    positive: intervalOf(row, 'positive'),
  };
}

function intervalOf(row: FigureRow, what: 'negative' | 'positive'): { low: number; high: number } {
  const estimate = shareEstimate({
    persons: numberIn(row, 'persons'),
    x: numberIn(row, what),
    y: numberIn(row, 'y'),
    xx: numberIn(row, `${what}2`),
    xy: numberIn(row, `${what}_y`),
    yy: numberIn(row, 'yy'),
  });
  return { low: estimate?.low ?? 0, high: estimate?.high ?? 1 };
}

/** How often reading is right, of a table of what people heard by what was read. */
function errorOf(confusion: readonly (readonly number[])[]): ToneError {
  const of = confusion.flat().reduce((sum, n) => sum + n, 0);
  const right = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const { value, low, high } = wilson(right, of);
  return { of, right, share: value, low, high, confusion: confusion.map((row) => [...row]) };
}
