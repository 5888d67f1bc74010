import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '#cockpit/network/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import { keyOf, nameOf } from './person.ts';

/** Newcomers to whom nobody answered and who answered nobody: they can still be answered. */
export function Isolated({ ws, network }: { readonly ws: string; readonly network: Overview }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { isolated, newcomers } = network;
  return (
    <Card title={t('health-graph.isolated')}>
      <p>
        {isolated.count === null || newcomers === null
          ? t('health-graph.isolated.hidden')
          : t('health-graph.isolated.sentence', {
              n: isolated.count,
              count: format.number(isolated.count),
              newcomers: format.number(newcomers),
            })}
      </p>
      <p className="pb-2 text-sm text-soft">{t('health-graph.isolated.why')}</p>
      {isolated.items.length > 0 && (
        <div className="max-h-100 overflow-y-auto">
          <Table
            caption={t('health-graph.isolated')}
            rows={isolated.items}
            rowKey={({ who }) => keyOf(who)}
            columns={[
              {
                id: 'who',
                header: t('health-graph.member'),
                cell: ({ who }) =>
                  who.id === null ? (
                    nameOf(who, t)
                  ) : (
                    <Link to="/$ws/members/$member" params={{ ws, member: who.id }} className="font-medium underline">
                      {nameOf(who, t)}
                    </Link>
                  ),
              },
              { id: 'day', header: t('health-graph.isolated.day'), cell: ({ day }) => format.day(day) },
              {
                id: 'wrote',
                header: t('health-graph.isolated.wrote'),
                figures: true,
                cell: ({ wrote }) => format.number(wrote),
              },
            ]}
          />
        </div>
      )}
      {(isolated.count ?? 0) > isolated.items.length && isolated.items.length > 0 && (
        <small className="block pt-1">
          {t('health-graph.isolated.more', { shown: format.number(isolated.items.length) })}
        </small>
      )}
    </Card>
  );
}
