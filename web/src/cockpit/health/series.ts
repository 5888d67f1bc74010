import type { FigureAnswer } from '#cockpit/figures/wire.ts';

type Points = FigureAnswer['series']['points'];
type Point = Points[number];

/** The value of a point; undefined where there is none, or too few stand behind it. */
export function levelOf({ value }: Point): number | undefined {
  return value.state === 'value' ? (value.value ?? undefined) : undefined;
}

/** The bounds of a point; a gap where one of them is not known. */
export function boundOf({ value }: Point, which: 'low' | 'high'): number | undefined {
  return value.state === 'value' ? (value.interval[which] ?? undefined) : undefined;
}

/** How many stand behind a point; undefined where nothing could be counted. */
export function sampleOf({ value }: Point): number | undefined {
  return value.state === 'unavailable' ? undefined : value.sample;
}

export const COLUMNS = ['from', 'until', 'value', 'low', 'high', 'n', 'of', 'state', 'partial'] as const;

type Cell = string | number | boolean | undefined;

/** One point for a spreadsheet: days half-open, numbers as the API gives them, unknown left out (never 0). */
export function rowOf(point: Point): readonly Cell[] {
  const { from, until, value, partial } = point;
  const counted = value.state === 'unavailable' ? [undefined, undefined] : [value.n, value.of];
  return [from, until, levelOf(point), boundOf(point, 'low'), boundOf(point, 'high'), ...counted, value.state, partial];
}

/** The series as text for a spreadsheet. */
export function csvOf(points: Points): string {
  const rows = points.map((point) =>
    rowOf(point)
      .map((cell) => String(cell ?? ''))
      .join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
