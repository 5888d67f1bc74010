import type { ReactNode } from 'react';
import { heightOf } from './chart-path.ts';
import type { Scale } from './chart-path.ts';
import { placeNamesOf } from './chart-ticks.ts';
import { cx } from './cx.ts';

interface LevelsProps {
  readonly levels: readonly number[];
  readonly scale: Scale;
}

/** A hairline for each level but the foot, which is the frame's own. Zero above the foot is a little stronger. */
export function LevelLines({ levels, scale }: LevelsProps): ReactNode {
  return levels.map((level, place) => {
    if (place === 0) return undefined;
    const y = Math.round(heightOf(level, scale)) + 0.5;
    return (
      <path
        key={level}
        d={`M0 ${y}H${scale.width}`}
        className={level === 0 ? 'stroke-edge' : 'stroke-line'}
        strokeDasharray={level === 0 ? undefined : '1 3'}
      />
    );
  });
}

/** The levels by name, in a column as wide as the widest. */
export function LevelNames({
  levels,
  scale,
  show,
}: LevelsProps & { readonly show: (level: number) => string }): ReactNode {
  return (
    <div aria-hidden className="relative grid shrink-0 pr-2 text-right text-xs text-faint tabular-nums">
      {levels.map((level) => (
        <span key={level} className="invisible col-start-1 row-start-1 h-0 whitespace-nowrap">
          {show(level)}
        </span>
      ))}
      {levels.map((level) => (
        <span
          key={level}
          className="absolute right-2 -translate-y-1/2 whitespace-nowrap"
          style={{ top: heightOf(level, scale) }}
        >
          {show(level)}
        </span>
      ))}
    </div>
  );
}

interface PlaceNamesProps {
  readonly places: readonly string[];
  readonly scale: Scale;
}

const SIDES = { start: '', middle: '-translate-x-1/2', end: '-translate-x-full' };
/** Pixels of a letter of the smallest text, and between two names. */
const LETTER = 6;
const APART = 28;

/** Names of places below a chart, each below its place; as many as there is room for. */
export function PlaceNames({ places, scale }: PlaceNamesProps): ReactNode {
  const room = Math.max(...places.map(({ length }) => length), 0) * LETTER + APART;
  return (
    <div className="relative h-[1.125rem] pt-0.5 text-xs text-faint">
      {placeNamesOf(places.length, scale, room).map(({ at, across, side }) => (
        <span key={at} className={cx('absolute whitespace-nowrap', SIDES[side])} style={{ left: across }}>
          {places[at]}
        </span>
      ))}
    </div>
  );
}
