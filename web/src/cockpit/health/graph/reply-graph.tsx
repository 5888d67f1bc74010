import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReplyGraph as Detail } from '#cockpit/figures/graph/wire.ts';
import type { NetworkView, Overview } from '#cockpit/network/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { DetailProps } from '../details.ts';
import { Bridges } from './bridges.tsx';
import { Explorer } from './explorer.tsx';
import { Isolated } from './isolated.tsx';
import { networkQuery } from './network-query.ts';

/** Who answers whom: groups to walk through, bridges between them, newcomers without a tie. */
export function ReplyGraph({ view }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const { ws, answer, values, change } = view;
  const found = useQuery(networkQuery(ws, answer.request));
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) {
    return (
      <Card title={t('health-graph.groups')}>
        <p className="pb-2 text-soft">{t('health-graph.measuring')}</p>
        <Skeleton lines={6} />
      </Card>
    );
  }
  if (found.data.state === 'unavailable') return <Unavailable reason={found.data.reason} />;
  const network: Overview = found.data;
  const openMember = (id: string): void => change({ member: id, group: undefined });
  return (
    <>
      <Explorer
        ws={ws}
        request={answer.request}
        network={network}
        group={values['group']}
        member={values['member']}
        onGo={change}
        onMovedOn={() => void found.refetch()}
      />
      <Bridges network={network} onOpen={openMember} />
      <Isolated ws={ws} network={network} />
    </>
  );
}

type Reason = Extract<NetworkView, { state: 'unavailable' }>['reason'];

/** The figure above tells its own reasons; so few persons is one of the network's. */
function Unavailable({ reason }: { readonly reason: Reason }): ReactNode {
  const t = useWords();
  return reason === 'few_persons' && <p className="text-soft">{t('health-graph.few_persons')}</p>;
}
