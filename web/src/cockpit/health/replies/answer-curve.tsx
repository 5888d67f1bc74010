import { useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import type { AnswerTimes } from '#cockpit/figures/replies/wire.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { Table } from '#web/ui/table.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import type { DetailProps } from '../details.ts';
import type { Plane } from './curve.ts';
import { acrossOf, bandOf, downOf, stairs, stepAt, ticksOf, timeAt, timesOf } from './curve.ts';
import { Legend, Pictured } from './pictured.tsx';

type Curve = AnswerTimes['curves'][number];
type Who = Curve['who'];

const HEIGHT = 240;
const DAY = 86_400;
const STROKES: Readonly<Record<Who, string>> = {
  anyone: 'stroke-cockpit',
  members: 'stroke-field',
  staff: 'stroke-bridge',
};
const MARKS: Readonly<Record<Who, string>> = { anyone: 'bg-cockpit', members: 'bg-field', staff: 'bg-bridge' };

/** The share of threads answered after so long, those still waiting counted; members and staff apart. */
export function AnswerCurve({ detail }: DetailProps<AnswerTimes>): ReactNode {
  const t = useWords();
  const { threads, unanswered } = detail;
  if (threads === 0) return undefined;
  return (
    <Card title={t('health-replies.times')}>
      <p className="pb-2">{t('health-replies.times.sentence', { n: threads, unanswered })}</p>
      <Pictured
        picture={<Drawing detail={detail} />}
        table={<CurveTable detail={detail} />}
        legend={
          <>
            {detail.curves.map(({ who }) => (
              <Legend key={who} mark={cx('h-0.5 w-3 rounded-full', MARKS[who])} name={t(`health-replies.who.${who}`)} />
            ))}
            <Legend mark="h-2.5 w-3 rounded-sm bg-cockpit-wash" name={t('health-replies.band')} />
          </>
        }
      />
      <small className="block pt-1 text-soft">{t('health-replies.times.how')}</small>
    </Card>
  );
}

function Drawing({ detail }: { readonly detail: AnswerTimes }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number>();
  const plane: Plane = { width, height: HEIGHT, until: Math.max(2 * DAY, detail.longest) };
  const [whole] = detail.curves;
  const follow = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(timeAt(event.clientX - box.left, { ...plane, width: box.width }));
  };
  return (
    <div>
      <div className="flex justify-between text-xs text-faint">
        <span>{format.percent(1)}</span>
        <Reading curves={detail.curves} seconds={at} t={t} format={format} />
      </div>
      <div
        ref={frame}
        className="relative h-[240px] border-b border-line"
        onPointerMove={follow}
        onPointerLeave={() => setAt(undefined)}
      >
        <svg
          role="img"
          aria-label={t('health-replies.times.picture')}
          width={width}
          height={HEIGHT}
          className="absolute inset-0"
          fill="none"
        >
          {whole !== undefined && <path d={bandOf(whole.steps, plane, detail.longest)} className="fill-cockpit-wash" />}
          <path d={`M0 ${downOf(0.5, plane)}H${width}`} className="stroke-line" strokeDasharray="2 4" />
          <text x="0" y={downOf(0.5, plane) - 4} className="fill-faint text-xs">
            {format.percent(0.5)}
          </text>
          {ticksOf(plane).map((time) => (
            <path key={time} d={`M${acrossOf(time, plane)} ${HEIGHT}v-5`} className="stroke-edge" />
          ))}
          {detail.curves.toReversed().map(({ who, steps }) => (
            <path
              key={who}
              d={stairs(steps, (step) => step.share, plane, detail.longest)}
              className={STROKES[who]}
              strokeWidth={who === 'anyone' ? 2 : 1.5}
            />
          ))}
          {at !== undefined && <path d={`M${acrossOf(at, plane)} 0V${HEIGHT}`} className="stroke-edge" />}
        </svg>
      </div>
      <div className="relative h-4 text-xs text-faint">
        {ticksOf(plane).map((time) => {
          const across = acrossOf(time, plane);
          // The first and the last name would stick out of the card.
          const shift = across < 16 ? '' : across > width - 24 ? '-translate-x-full' : '-translate-x-1/2';
          return (
            <span key={time} className={cx('absolute whitespace-nowrap', shift)} style={{ left: across }}>
              {format.duration(time)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

interface ReadingProps {
  readonly curves: readonly Curve[];
  readonly seconds: number | undefined;
  readonly t: Translate;
  readonly format: Formatter;
}

/** What the curves say under the pointer, in the line above them. */
function Reading({ curves, seconds, t, format }: ReadingProps): ReactNode {
  if (seconds === undefined) return undefined;
  const told = curves.map(
    ({ who, steps }) => `${t(`health-replies.who.${who}`)} ${format.percent(stepAt(steps, seconds)?.share ?? 0)}`,
  );
  return (
    <span className="text-right text-soft">
      {format.duration(seconds)} · <b className="text-ink">{told.join(' · ')}</b>
    </span>
  );
}

function CurveTable({ detail }: { readonly detail: AnswerTimes }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const share = (curve: Curve, seconds: number): string => {
    const step = stepAt(curve.steps, seconds);
    if (step === undefined) return format.percent(0);
    const bounds = { low: format.percent(step.low), high: format.percent(step.high) };
    return `${format.percent(step.share)} (${t('health.between', bounds)})`;
  };
  return (
    <Table
      caption={t('health-replies.times.picture')}
      rows={timesOf(detail.longest)}
      rowKey={String}
      columns={[
        { id: 'time', header: t('health-replies.within'), cell: (time) => format.duration(time) },
        ...detail.curves.map((curve) => ({
          id: curve.who,
          header: t(`health-replies.who.${curve.who}`),
          figures: true,
          cell: (time: number) => share(curve, time),
        })),
      ]}
    />
  );
}
