import type { ReactNode } from 'react';
import type { ResultsView } from '#cockpit/value/results/wire.ts';
import type { SheetView } from '#cockpit/value/telling/wire.ts';
import { Card } from '#web/ui/card.tsx';
import { useSpeech } from './use-speech.ts';

interface UsualProps {
  readonly sheet: SheetView;
  readonly results: ResultsView | undefined;
}

/** The formula peers use beside ours, named as what it is. */
export function Usual({ sheet, results }: UsualProps): ReactNode {
  const { t, format, money } = useSpeech(sheet.currency);
  const { usual } = sheet;
  const line = sheet.lines.find(({ event }) => event?.kind === 'answer_read');
  const own = results?.lines.find(({ lineId }) => lineId === line?.id)?.amount;
  return (
    <Card title={t('value.usual')}>
      {usual.state === 'unavailable' ? (
        <p className="text-soft">
          {t('value.usual.unavailable', { lacks: format.list(usual.lacks.map((lack) => t(`value.usual.${lack}`))) })}
        </p>
      ) : (
        <>
          <p className="tabular-nums">
            {t('value.usual.sum', {
              reads: format.number(usual.reads, 0),
              share: format.percent(usual.share),
              ticket: money.exact(usual.ticket),
            })}{' '}
            <b>{t('value.usual.amount', { amount: money.about(usual.amount, 3) })}</b>
          </p>
          {own !== undefined && (
            <p className="tabular-nums">
              {t('value.usual.ours', {
                low: money.about(own.p10),
                high: money.about(own.p90),
                middle: money.about(own.p50),
              })}
            </p>
          )}
        </>
      )}
      <small className="mt-1 block text-soft">{t('value.usual.cannot')}</small>
    </Card>
  );
}
