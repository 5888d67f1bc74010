import type { ReactNode } from 'react';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import { lengthOf } from '#web/cockpit/health/days.ts';
import { boundsOf } from '#web/ui/chart-path.ts';
import { fanOf } from './weekly.ts';

const BOX = { width: 200, height: 44, margin: 4 };

interface PaceDrawingProps {
  readonly keyResult: CourseKeyResult;
  readonly today: string;
}

/** The way from baseline to target, dashed, what was measured along it, and the range that is expected. For the eye: the words beside it say the same. */
export function PaceDrawing({ keyResult, today }: PaceDrawingProps): ReactNode {
  const { baseline, target, due, readings } = keyResult;
  const known = readings.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const fan = fanOf(keyResult);
  const spread = fan.flatMap(({ low, high }) => [low, high]);
  const bounds = boundsOf([[baseline.value, target], known.map(({ value }) => value), spread], false);
  const length = Math.max(1, lengthOf({ from: baseline.until, until: due > today ? due : today }));
  const across = (day: string): number =>
    Math.round(
      (Math.max(0, Math.min(1, lengthOf({ from: baseline.until, until: day }) / length)) * (BOX.width - 8) + 4) * 10,
    ) / 10;
  const upright = (value: number): number =>
    Math.round(
      (BOX.height -
        BOX.margin -
        (bounds.high === bounds.low ? 0.5 : (value - bounds.low) / (bounds.high - bounds.low)) *
          (BOX.height - 2 * BOX.margin)) *
        10,
    ) / 10;
  const points = [{ day: baseline.until, value: baseline.value }, ...known];
  const line = points.map(({ day, value }) => `${across(day)} ${upright(value)}`).join('L');
  const last = points.at(-1);
  const at = (day: string, value: number): string => `${across(day)} ${upright(value)}`;
  const edge = [...fan.map(({ day, high }) => at(day, high)), ...fan.toReversed().map(({ day, low }) => at(day, low))];
  const middle = fan.map(({ day, median }) => at(day, median));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="xMinYMid meet"
      className="block h-11 w-full overflow-visible wide:max-w-64"
      fill="none"
    >
      {fan.length > 0 && (
        <>
          <path d={`M${edge.join('L')}Z`} className="fill-bridge-wash" />
          <path d={`M${middle.join('L')}`} className="stroke-bridge" strokeWidth="1.5" strokeDasharray="3 3" />
        </>
      )}
      <path d={`M${across(today)} 0V${BOX.height}`} className="stroke-line" />
      <path
        d={`M${across(baseline.until)} ${upright(baseline.value)}L${across(due)} ${upright(target)}`}
        className="stroke-faint"
        strokeDasharray="2 4"
      />
      <circle cx={across(due)} cy={upright(target)} r="2.5" className="fill-card stroke-faint" />
      <path d={`M${line}`} className="stroke-cockpit" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      {last !== undefined && (
        <circle cx={across(last.day)} cy={upright(last.value)} r="2.75" className="fill-cockpit" />
      )}
    </svg>
  );
}
