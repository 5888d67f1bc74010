import type { ReactNode } from 'react';
import type { MoneySpread, ReachSpread, ResultsView } from '#cockpit/value/results/wire.ts';
import type { SheetView } from '#cockpit/value/telling/wire.ts';
import { Lead } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import { RangeBar, scaleOf } from './range-bar.tsx';
import { sayChance, sayPayback, sayYears } from './say-value.ts';
import type { Speech } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface VerdictProps {
  readonly sheet: SheetView;
  readonly results: ResultsView;
}

/** What it comes to: in words, as a picture, then as numbers. */
export function Verdict({ sheet, results }: VerdictProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t, money } = speech;
  const { net, chance, payback } = results.main;
  const scale = scaleOf([net]);
  return (
    <section aria-label={t('value.result')} className="grid gap-3">
      <Lead hue={chance >= 0.5 ? 'cockpit' : 'late'}>
        <p className="text-lg font-semibold">
          {t('value.lead', { years: sheet.years, chance: sayChance(chance, speech) })}
        </p>
        <p>
          {t('value.lead.range', {
            low: money.about(net.p10),
            high: money.about(net.p90),
            middle: money.about(net.p50),
          })}{' '}
          {sayPayback(payback, speech)}
        </p>
        <div className="mt-3 grid gap-1">
          <RangeBar spread={net} scale={scale} tall />
          <p className="flex justify-between gap-3 text-sm text-soft tabular-nums">
            <span>{money.about(net.p05)}</span>
            <span>{t('value.bar.legend')}</span>
            <span>{money.about(net.p95)}</span>
          </p>
        </div>
      </Lead>
      <Spreads results={results} speech={speech} />
    </section>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly at: (share: keyof MoneySpread) => string;
}

const SHARES = ['p05', 'p10', 'p50', 'p90', 'p95'] as const satisfies readonly (keyof MoneySpread)[];

function Spreads({ results, speech }: { readonly results: ResultsView; readonly speech: Speech }): ReactNode {
  const { t, format, money } = speech;
  const { net, inward, outward, roi, payback } = results.main;
  const ofMoney = (id: 'net' | 'inward' | 'outward', spread: MoneySpread): Row => ({
    id,
    name: t(`value.row.${id}`),
    at: (share) => money.about(spread[share], 3),
  });
  const reach = (spread: ReachSpread, say: (value: number) => string, never: string) => (share: keyof MoneySpread) => {
    const value = spread[share];
    return value === null ? never : say(value);
  };
  const rows: readonly Row[] = [
    ofMoney('net', net),
    ofMoney('inward', inward),
    ofMoney('outward', outward),
    { id: 'roi', name: t('value.row.roi'), at: reach(roi, (value) => format.percent(value).replace('-', '−'), '–') },
    {
      id: 'payback',
      name: t('value.row.payback'),
      at: reach(payback, (value) => sayYears(value, speech), t('value.payback.never')),
    },
  ];
  return (
    <>
      <Table
        caption={t('value.spreads')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: t('value.spreads.what'), cell: ({ name }) => name },
          ...SHARES.map((share) => ({
            id: share,
            header: share.toUpperCase().replace('P0', 'P'),
            figures: true,
            cell: ({ at }: Row) => at(share),
          })),
        ]}
      />
      <small className="text-soft">{t('value.spreads.how', { draws: format.number(results.draws, 0) })}</small>
    </>
  );
}
