import type { ReactNode } from 'react';
import type { CheckView } from '#rocket/check/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import type { Column } from '#web/ui/table.tsx';

type Month = CheckView['history'][number];

/** What was said at the end of each month, the newest first, with what is said now on top. */
export function History({ check }: { readonly check: CheckView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { history, takenAt, sentence, bands, axes } = check;
  if (history.length === 0) {
    return (
      <Card title={t('check.history')}>
        <p className="text-soft">{t('check.history.none')}</p>
      </Card>
    );
  }
  const band = (id: 'cockpit' | 'bridge' | 'field'): Column<Month> => ({
    id,
    header: t(`nav.${id}`),
    cell: (row) => t(`check.band.${row.bands[id]}`, { band: id }),
  });
  const columns: readonly Column<Month>[] = [
    {
      id: 'month',
      header: t('check.history.month'),
      cell: ({ month }) =>
        month === '' ? t('check.history.now', { day: format.dayOf(takenAt, 'short') }) : format.day(month, 'month'),
    },
    { id: 'sentence', header: t('check.history.sentence'), cell: (row) => t(`check.say.${row.sentence}`) },
    band('cockpit'),
    band('bridge'),
    band('field'),
  ];
  const now: Month = { month: '', sentence, bands, axes };
  return (
    <Table
      caption={t('check.history')}
      showCaption
      columns={columns}
      rows={[now, ...history.toReversed()]}
      rowKey={({ month }) => month}
    />
  );
}
