import type { ReactNode } from 'react';
import type { Bridge, Overview } from '#cockpit/network/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import { groupName, keyOf, nameOf } from './person.ts';

interface BridgesProps {
  readonly network: Overview;
  readonly onOpen: (member: string) => void;
}

/** Those over whom most of the shortest ways between others lead. */
export function Bridges({ network: { bridges }, onOpen }: BridgesProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (bridges.items.length === 0) return undefined;
  const isDrawn = bridges.pairs !== null;
  const shareText = ({ share, low, high }: Bridge): string => {
    if (!isDrawn) return format.percent(share, 1);
    const bounds = { low: format.percent(low, 1), high: format.percent(high, 1) };
    return `${format.percent(share, 1)} (${t('health.between', bounds)})`;
  };
  return (
    <Card title={t('health-graph.bridges')}>
      <p className="pb-2">{t('health-graph.bridges.what')}</p>
      <div className="max-h-80 overflow-y-auto">
        <Table
          caption={t('health-graph.bridges')}
          rows={bridges.items}
          rowKey={({ who }) => keyOf(who)}
          columns={[
            {
              id: 'who',
              header: t('health-graph.member'),
              cell: ({ who }) =>
                who.id === null ? (
                  nameOf(who, t)
                ) : (
                  <button
                    type="button"
                    className="text-left font-medium underline"
                    onClick={() => onOpen(who.id ?? '')}
                  >
                    {nameOf(who, t)}
                  </button>
                ),
            },
            { id: 'share', header: t('health-graph.bridges.share'), figures: true, cell: shareText },
            {
              id: 'groups',
              header: t('health-graph.bridges.groups'),
              figures: true,
              cell: ({ groups }) => format.number(groups),
            },
            {
              id: 'own',
              header: t('health-graph.bridges.own'),
              wideOnly: true,
              cell: ({ group }) => groupName(group, t),
            },
          ]}
        />
      </div>
      {bridges.pairs !== null && (
        <small className="block pt-1">{t('health-graph.bridges.drawn', { pairs: format.number(bridges.pairs) })}</small>
      )}
    </Card>
  );
}
