import { useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { acrossOf, bandPath, boundsOf, heightOf, linePath } from './chart-path.ts';
import type { Scale, Series } from './chart-path.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Table } from './table.tsx';
import { useWidth } from './use-width.ts';

type ChartHue = 'cockpit' | 'bridge' | 'field' | 'ink';

interface ChartLine {
  readonly name: string;
  readonly hue?: ChartHue;
  readonly values: Series;
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
const HEIGHT = 148;

/** Thin lines without a frame; the same as a table behind one button. */
export function LineChart({ label, places, lines, target, show, fromZero = true }: LineChartProps): ReactNode {
  const t = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="grid min-w-0 gap-1">
      {asTable ? (
        <ChartTable label={label} places={places} lines={lines} show={show} />
      ) : (
        <Drawing
          label={label}
          places={places}
          lines={lines}
          show={show}
          fromZero={fromZero}
          {...(target === undefined ? {} : { target })}
        />
      )}
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        {lines.map(({ name, hue = 'cockpit' }) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={cx('h-0.5 w-3 rounded-full', DOTS[hue])} />
            {name}
          </span>
        ))}
        {target !== undefined && <span>{`${t('ui.chart.target')} ${show(target)}`}</span>}
        <Button tone="quiet" className="no-print ml-auto h-6 px-1.5 text-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('ui.chart.chart') : t('ui.chart.table')}
        </Button>
      </figcaption>
    </figure>
  );
}

type DrawingProps = LineChartProps & { readonly fromZero: boolean };

function Drawing({ label, places, lines, target, show, fromZero }: DrawingProps): ReactNode {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number>();
  const bounds = boundsOf(
    [...lines.flatMap(({ values, band }) => [values, band?.low ?? [], band?.high ?? []]), [target]],
    fromZero,
  );
  const scale: Scale = { width, height: HEIGHT, ...bounds, margin: 6 };
  const follow = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(
      Math.max(
        0,
        Math.min(places.length - 1, Math.round(((event.clientX - box.left) / box.width) * (places.length - 1))),
      ),
    );
  };
  return (
    <div>
      <div className="flex justify-between text-xs text-faint">
        <span>{show(bounds.high)}</span>
        <Reading lines={lines} place={at === undefined ? undefined : places[at]} at={at} show={show} />
      </div>
      <div
        ref={frame}
        className="relative h-37 border-b border-line"
        onPointerMove={follow}
        onPointerLeave={() => setAt(undefined)}
      >
        <svg role="img" aria-label={label} width={width} height={HEIGHT} className="absolute inset-0" fill="none">
          {lines.map(
            ({ name, hue = 'cockpit', band }) =>
              band !== undefined && (
                <path key={name} d={bandPath(band.low, band.high, scale)} className={WASHES[hue]} />
              ),
          )}
          {target !== undefined && (
            <path d={linePath([target, target], scale)} className="stroke-faint" strokeDasharray="2 4" />
          )}
          {lines.map(({ name, hue = 'cockpit', values }) => (
            <path
              key={name}
              d={linePath(values, scale)}
              className={STROKES[hue]}
              strokeWidth="1.75"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          {at !== undefined && <Cursor lines={lines} at={at} count={places.length} scale={scale} />}
        </svg>
      </div>
      <div className="flex justify-between pt-0.5 text-xs text-faint">
        {[places[0], places[Math.floor((places.length - 1) / 2)], places.at(-1)].map((place, which) => (
          <span key={which}>{place}</span>
        ))}
      </div>
    </div>
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
  if (at === undefined) return undefined;
  const values = lines.map(({ values: all }) => all[at]).map((value) => (value === undefined ? '–' : show(value)));
  return (
    <span className="text-soft">
      {place} · <b className="text-ink">{values.join(' · ')}</b>
    </span>
  );
}

function ChartTable({
  label,
  places,
  lines,
  show,
}: Pick<LineChartProps, 'label' | 'places' | 'lines' | 'show'>): ReactNode {
  const t = useWords();
  const rows = places.map((place, at) => ({ place, at }));
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table
        caption={label}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: 'place', header: t('ui.chart.when'), cell: ({ place }) => place },
          ...lines.map(({ name, values }) => ({
            id: name,
            header: name,
            figures: true,
            cell: ({ at }: { readonly at: number }) => {
              const value = values[at];
              return value === undefined ? '–' : show(value);
            },
          })),
        ]}
      />
    </div>
  );
}
