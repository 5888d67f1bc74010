import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Band, BandState, IndicatorState, IndicatorView } from '#rocket/check/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { IconButton } from '#web/ui/button.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import type { State } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { isPage, ToPage } from '#web/rocket/to-page.tsx';
import { BoundsDialog } from './bounds-dialog.tsx';
import { placesOf, sayBounds, sayTraces, sayValue, wordOf } from './say.ts';

const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field' } as const;

const MARKS = { in_place: 'good', weak: 'waiting', missing: 'late', unavailable: 'off' } as const satisfies Readonly<
  Record<IndicatorState, State>
>;

const BARS = { in_place: 'bg-field', weak: 'bg-wait', missing: 'bg-late', unavailable: 'bg-transparent' } as const;

interface BandCardProps {
  readonly ws: string;
  readonly band: Band;
  readonly state: BandState;
  readonly indicators: readonly IndicatorView[];
}

/** One stage: how it was found, and its indicators. Those whose source does not exist yet come last. */
export function BandCard({ ws, band, state, indicators }: BandCardProps): ReactNode {
  const t = useWords();
  const judged = indicators.filter((one) => one.state !== 'unavailable');
  const inPlace = judged.filter((one) => one.state === 'in_place').length;
  return (
    <section className="min-w-0 rounded-lg border border-line bg-card px-3.5 py-3 break-inside-avoid">
      <header className="flex flex-wrap items-baseline gap-x-2">
        <h2 className={cx('text-base font-semibold', HUES[band])}>{t(`nav.${band}`)}</h2>
        <span className="font-medium">{t(`check.band.${state}`, { band })}</span>
        <small>{t('check.in_place', { n: inPlace, of: judged.length })}</small>
      </header>
      <ul>
        {[...judged, ...indicators.filter((one) => one.state === 'unavailable')].map((one) => (
          <Line key={one.id} ws={ws} indicator={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ ws, indicator }: { readonly ws: string; readonly indicator: IndicatorView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const speech = { t, format };
  const { id, state, bears, own, traces } = indicator;
  const bounds = sayBounds(indicator, speech);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-t border-line py-2 first:mt-1 wide:grid-cols-[minmax(0,1.35fr)_6.75rem_6rem_minmax(0,1.25fr)_2rem]">
      <div className="min-w-0">
        <span className={state === 'unavailable' ? 'text-soft' : 'font-medium'}>{t(wordOf('name', id))}</span>
        {bears && <small className="block">{t('check.bears')}</small>}
      </div>
      <div className="text-right wide:text-left">
        <b className="block tabular-nums">{sayValue(indicator, speech)}</b>
        {state !== 'unavailable' && (
          <span className="text-sm">
            <StateChip state={MARKS[state]}>{t(`check.state.${state}`)}</StateChip>
          </span>
        )}
      </div>
      <div className="col-span-2 wide:col-span-1">
        <Bar indicator={indicator} />
      </div>
      <div className="grid gap-0.5 text-sm text-soft">
        <span>
          <ToPage ws={ws} path={state === 'unavailable' ? '' : traces}>
            {sayTraces(indicator, speech)}
          </ToPage>
        </span>
        <Todo ws={ws} indicator={indicator} />
        {bounds !== '' && state !== 'unavailable' && (
          <span className="text-faint">
            {bounds}
            {own !== null && ` (${t('check.own')})`}
          </span>
        )}
      </div>
      <Bounds ws={ws} indicator={indicator} />
    </li>
  );
}

/** The one thing to do about it; nothing while it is in place or cannot be known. */
function Todo({
  ws,
  indicator: { id, state, act },
}: {
  readonly ws: string;
  readonly indicator: IndicatorView;
}): ReactNode {
  const t = useWords();
  if (state === 'in_place' || state === 'unavailable' || !isPage(act)) return undefined;
  return (
    <span className="font-medium text-ink">
      <ToPage ws={ws} path={act}>
        {t(wordOf('do', id))}
      </ToPage>
    </span>
  );
}

/** The value as a length, the bound as a stroke; both are told in words beside it. */
function Bar({ indicator }: { readonly indicator: IndicatorView }): ReactNode {
  const { value, bound } = placesOf(indicator);
  if (indicator.state === 'unavailable') return undefined;
  return (
    <div aria-hidden className="relative h-1.5 rounded-full bg-sunk ring-1 ring-line ring-inset">
      <i
        className={cx('absolute inset-y-0 left-0 rounded-full', BARS[indicator.state])}
        style={{ width: `${value * 100}%` }}
      />
      <u className="absolute -top-[3px] h-3 w-0.5 bg-ink" style={{ left: `calc(${bound * 100}% - 2px)` }} />
    </div>
  );
}

function Bounds({ ws, indicator }: { readonly ws: string; readonly indicator: IndicatorView }): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (!indicator.can.setBounds) return undefined;
  return (
    <span className="no-print self-end justify-self-end wide:self-auto">
      <IconButton
        label={t('check.bounds.set', { name: t(wordOf('name', indicator.id)) })}
        icon={<SlidersHorizontal size={14} />}
        onClick={() => setOpen(true)}
      />
      {open && <BoundsDialog ws={ws} indicator={indicator} onClose={() => setOpen(false)} />}
    </span>
  );
}
