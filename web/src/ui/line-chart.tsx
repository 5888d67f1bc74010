import { useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { LevelLines, LevelNames, PlaceNames } from './chart-axis.tsx';
import { acrossOf, bandPath, boundsOf, heightOf, linePath, linePaths } from './chart-path.ts';
import type { Partly, Scale, Series } from './chart-path.ts';
import { Button } from './button.tsx';
import { ChartMarks } from './chart-marks.tsx';
import type { ChartMark } from './chart-marks.tsx';
import { ChartTable } from './chart-table.tsx';
import { ticksOf } from './chart-ticks.ts';
import type { TickOf } from './chart-ticks.ts';
import { cx } from './cx.ts';
import { useWidth } from './use-width.ts';

type ChartHue = 'cockpit' | 'bridge' | 'field' | 'ink';

interface ChartLine {
  readonly name: string;
  readonly hue?: ChartHue;
  readonly values: Series;
  /** Points of a part of their stretch only: the line to them is dashed, the table says so. */
  readonly partly?: Partly;
  /** Drawn dashed all along: where something should stand, not where it stood. */
  readonly dashed?: boolean;
  /** How the table tells each point, where there is more to say than the value: `7 sur 12`, `indisponible`. */
  readonly texts?: readonly string[];
  /** A range around the line: a forecast, an interval. */
  readonly band?: { readonly low: Series; readonly high: Series };
}

interface LineChartProps {
  /** What the chart shows, in words; its caption as a table. */
  readonly label: string;
  /** Names of the places along the line, already in the reader's words: `nov. 2026`. */
  readonly places: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly target?: number;
  /** How a value is written. */
  readonly show: (value: number) => string;
  /** What values are, for round levels; numbers unless it is told here. */
  readonly ticks?: TickOf;
  /** What the table tells beside the values: how many stand behind each. */
  readonly beside?: readonly { readonly name: string; readonly texts: readonly string[] }[];
  /** Places along the line where something happened; what it was is told beside the chart, by the same number. */
  readonly marks?: readonly ChartMark[];
  /** For a page that is about this chart. */
  readonly tall?: boolean;
  /** Counts and shares start at zero (default); levels that never come near it need not. */
  readonly fromZero?: boolean;
}

const STROKES = {
  cockpit: 'stroke-cockpit',
  bridge: 'stroke-bridge',
  field: 'stroke-field',
  ink: 'stroke-ink',
} as const satisfies Readonly<Record<ChartHue, string>>;
const WASHES = {
  cockpit: 'fill-cockpit-wash',
  bridge: 'fill-bridge-wash',
  field: 'fill-field-wash',
  ink: 'fill-hover',
} as const satisfies Readonly<Record<ChartHue, string>>;
const DOTS = {
  cockpit: 'bg-cockpit',
  bridge: 'bg-bridge',
  field: 'bg-field',
  ink: 'bg-ink',
} as const satisfies Readonly<Record<ChartHue, string>>;
const HEIGHT = { usual: 148, tall: 240 } as const;
const NONE: Partly = [];

/** Thin lines without a frame; the same as a table behind one button. */
export function LineChart(props: LineChartProps): ReactNode {
  const { lines, target, show, fromZero = true, tall = false } = props;
  const t = useWords();
  const [asTable, setAsTable] = useState(false);
  const hasPartial = lines.some(({ partly = NONE }) => partly.includes(true));
  return (
    <figure className="grid min-w-0 gap-1">
      {asTable ? <ChartTable {...props} /> : <Drawing {...props} fromZero={fromZero} tall={tall} />}
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        {lines.map(({ name, hue = 'cockpit', dashed = false }) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={cx('h-0.5 w-3 rounded-full', DOTS[hue], dashed && 'dashes')} />
            {name}
          </span>
        ))}
        {target !== undefined && <span>{`${t('ui.chart.target')} ${show(target)}`}</span>}
        {hasPartial && (
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="w-3.5 border-t-2 border-dashed border-soft" />
            {t('ui.chart.partial')}
          </span>
        )}
        <Button tone="quiet" className="no-print ml-auto h-6 px-1.5 text-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('ui.chart.chart') : t('ui.chart.table')}
        </Button>
      </figcaption>
    </figure>
  );
}

type DrawingProps = LineChartProps & { readonly fromZero: boolean; readonly tall: boolean };

function Drawing(props: DrawingProps): ReactNode {
  const { label, places, lines, target, show, ticks = 'number', marks = [], fromZero, tall } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number>();
  const bounds = boundsOf(
    [...lines.flatMap(({ values, band }) => [values, band?.low ?? [], band?.high ?? []]), [target]],
    fromZero,
  );
  const { levels, ...round } = ticksOf(bounds, show, ticks);
  const scale: Scale = { width, height: tall ? HEIGHT.tall : HEIGHT.usual, ...round, margin: 6 };
  const follow = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.round(((event.clientX - box.left) / box.width) * (places.length - 1));
    setAt(Math.max(0, Math.min(places.length - 1, place)));
  };
  return (
    <div>
      <div className="flex h-[1.125rem] justify-end text-xs text-faint">
        <Reading lines={lines} place={at === undefined ? undefined : places[at]} at={at} show={show} />
      </div>
      <div className="flex">
        <LevelNames levels={levels} scale={scale} show={show} />
        <div className="min-w-0 flex-1">
          <div
            ref={frame}
            className={cx('relative border-b border-line', tall ? 'h-[240px]' : 'h-[148px]')}
            onPointerMove={follow}
            onPointerLeave={() => setAt(undefined)}
          >
            <svg
              role="img"
              aria-label={label}
              width={width}
              height={scale.height}
              className="absolute inset-0 overflow-visible"
              fill="none"
            >
              {lines.map(
                ({ name, hue = 'cockpit', band }) =>
                  band !== undefined && (
                    <path key={name} d={bandPath(band.low, band.high, scale)} className={WASHES[hue]} />
                  ),
              )}
              <LevelLines levels={levels} scale={scale} />
              {target !== undefined && (
                <path d={linePath([target, target], scale)} className="stroke-faint" strokeDasharray="2 4" />
              )}
              <ChartMarks marks={marks} count={places.length} scale={scale} />
              {lines.map((line) => (
                <Line key={line.name} line={line} scale={scale} />
              ))}
              {at !== undefined && <Cursor lines={lines} at={at} count={places.length} scale={scale} />}
            </svg>
          </div>
          <PlaceNames places={places} scale={scale} />
        </div>
      </div>
    </div>
  );
}

function Line({ line, scale }: { readonly line: ChartLine; readonly scale: Scale }): ReactNode {
  const { hue = 'cockpit', values, partly = NONE, dashed = false } = line;
  const { sure, unsure, dots } = linePaths(values, partly, scale);
  const stroke = { className: STROKES[hue], strokeWidth: 1.75, strokeLinejoin: 'round' } as const;
  return (
    <>
      <path d={sure} {...stroke} strokeLinecap="round" strokeDasharray={dashed ? '2 4' : undefined} />
      <path d={unsure} {...stroke} strokeDasharray="4 4" />
      <path d={dots} {...stroke} strokeWidth={4} strokeLinecap="round" />
      {values.map(
        (value, place) =>
          value !== undefined &&
          partly[place] === true && (
            <circle
              key={place}
              cx={acrossOf(place, values.length, scale)}
              cy={heightOf(value, scale)}
              r="3"
              {...stroke}
              className={cx('fill-card', STROKES[hue])}
            />
          ),
      )}
    </>
  );
}

interface CursorProps {
  readonly lines: readonly ChartLine[];
  readonly at: number;
  readonly count: number;
  readonly scale: Scale;
}

function Cursor({ lines, at, count, scale }: CursorProps): ReactNode {
  const across = acrossOf(at, count, scale);
  return (
    <>
      <path d={`M${across} 0V${scale.height}`} className="stroke-edge" />
      {lines.map(({ name, hue = 'cockpit', values }) => {
        const value = values[at];
        return (
          value !== undefined && (
            <circle
              key={name}
              cx={across}
              cy={heightOf(value, scale)}
              r="3"
              className={cx('fill-card', STROKES[hue])}
              strokeWidth="1.75"
            />
          )
        );
      })}
    </>
  );
}

interface ReadingProps extends Pick<LineChartProps, 'lines' | 'show'> {
  readonly place: string | undefined;
  readonly at: number | undefined;
}

/** The values under the pointer, in the line above the chart: nothing floats over what one looks at. */
function Reading({ lines, place, at, show }: ReadingProps): ReactNode {
  const t = useWords();
  if (at === undefined) return undefined;
  const values = lines.map(({ values: all }) => all[at]).map((value) => (value === undefined ? '–' : show(value)));
  return (
    <span className="text-soft">
      {place} · <b className="text-ink">{values.join(' · ')}</b>
      {lines.some(({ partly = NONE }) => partly[at] === true) && ` · ${t('ui.chart.partial')}`}
    </span>
  );
}
