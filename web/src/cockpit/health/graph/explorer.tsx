import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AroundView, Overview } from '#cockpit/network/wire.ts';
import { Problem } from '#web/app/problem.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Groups } from './groups.tsx';
import { MemberTies } from './member-ties.tsx';
import { aroundQuery } from './network-query.ts';
import { OneGroup } from './one-group.tsx';
import { groupName, nameOf } from './person.ts';

interface ExplorerProps {
  readonly ws: string;
  readonly request: string;
  readonly network: Overview;
  /** From the address: a group by its number, from 1, or a member. */
  readonly group: string | undefined;
  readonly member: string | undefined;
  readonly onGo: (next: UrlState) => void;
  /** The groups are no longer those that were numbered. */
  readonly onMovedOn: () => void;
}

/** All groups, then one of them, then one member; Escape leads back, and the address keeps where one is. */
export function Explorer({ ws, request, network, group, member, onGo, onMovedOn }: ExplorerProps): ReactNode {
  const t = useWords();
  // Once the reader walks, each list takes the focus; before that the page is simply read.
  const [from, setFrom] = useState<string>();
  const go = (next: UrlState, cameFrom = ''): void => {
    setFrom(cameFrom);
    onGo({ group: undefined, member: undefined, ...next });
  };
  const openGroup = (id: number): void => go({ group: String(id + 1) });
  const openMember = (id: string): void => go({ member: id });
  const isAtHome = group === undefined && member === undefined;
  if (isAtHome) {
    return (
      <Card title={t('health-graph.groups')}>
        <Groups network={network} focusOn={from} onOpen={openGroup} />
      </Card>
    );
  }
  const about = member === undefined ? { community: communityOf(group), snapshot: network.snapshot } : { member };
  const backFrom = (view: AroundView | undefined): void => {
    if (view?.state === 'member' && view.group !== null) go({ group: String(view.group + 1) }, member);
    else go({}, group === undefined ? '' : communityOf(group));
  };
  return (
    <Around
      key={member ?? group}
      ws={ws}
      request={request}
      about={about}
      network={network}
      walk={{ from, openGroup, openMember, back: backFrom, home: () => go({}) }}
      onMovedOn={() => {
        onMovedOn();
        go({});
      }}
    />
  );
}

/** Groups count from 1 for people, from 0 for the server. */
function communityOf(group: string | undefined): string {
  const number = Number(group);
  return String(Number.isInteger(number) && number > 0 ? number - 1 : 10_000_000);
}

export interface Walk {
  readonly from: string | undefined;
  readonly openGroup: (id: number) => void;
  readonly openMember: (id: string) => void;
  readonly back: (view: AroundView | undefined) => void;
  readonly home: () => void;
}

interface AroundProps {
  readonly ws: string;
  readonly request: string;
  readonly about: Parameters<typeof aroundQuery>[2];
  readonly network: Overview;
  readonly walk: Walk;
  readonly onMovedOn: () => void;
}

function Around({ ws, request, about, network, walk, onMovedOn }: AroundProps): ReactNode {
  const t = useWords();
  const found = useQuery(aroundQuery(ws, request, about));
  if (found.isError) {
    const isStale = found.error instanceof Problem && found.error.code === 'network/stale';
    return (
      <ErrorNote error={found.error} onRetry={() => void found.refetch()}>
        <Button onClick={isStale ? onMovedOn : walk.home}>{t('health-graph.home')}</Button>
      </ErrorNote>
    );
  }
  const view = found.data;
  if (view === undefined) return <Skeleton lines={6} />;
  return (
    <Card title={titleOf(view)} aside={<Way view={view} walk={walk} />}>
      {view.state === 'group' && <OneGroup view={view} network={network} walk={walk} />}
      {view.state === 'member' && <MemberTies ws={ws} view={view} walk={walk} />}
    </Card>
  );

  function titleOf(of: AroundView): string {
    if (of.state === 'group') return groupName(of.id, t);
    return of.state === 'member' ? nameOf(of.who, t) : t('health-graph.groups');
  }
}

/** The way back: all groups, then the group of a member. */
function Way({ view, walk }: { readonly view: AroundView; readonly walk: Walk }): ReactNode {
  const t = useWords();
  const group = view.state === 'member' ? view.group : null;
  return (
    <nav aria-label={t('health-graph.way')} className="flex flex-wrap gap-1">
      <Button tone="quiet" className="h-6 px-1.5 text-sm" onClick={walk.home}>
        {t('health-graph.home')}
      </Button>
      {group !== null && (
        <Button tone="quiet" className="h-6 px-1.5 text-sm" onClick={() => walk.openGroup(group)}>
          {groupName(group, t)}
        </Button>
      )}
    </nav>
  );
}
