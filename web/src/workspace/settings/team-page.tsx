import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useHere } from '#web/app/session.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';
import type { TeamPage as TeamView } from '#workspace/team/wire.ts';
import { ColleagueDialog } from './colleague-dialog.tsx';
import { Invitations } from './invitations.tsx';
import { Titles } from './titles.tsx';

type Colleague = TeamView['items'][number];

/** Who works in this workspace, with which functions, and who has been invited. */
export function TeamPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const team = useQuery({
    queryKey: [space.slug, 'team'],
    queryFn: ({ signal }) => api.get<TeamView>('/team', { signal }),
  });
  return (
    <Page title={t('settings.team')}>
      {team.isPending && <Skeleton />}
      {team.isError && <ErrorNote error={team.error} onRetry={() => void team.refetch()} />}
      {team.data !== undefined && <Colleagues team={team.data} />}
      {space.can.invite && <Invitations ws={space.slug} />}
      <Titles ws={space.slug} />
    </Page>
  );
}

function Colleagues({ team }: { readonly team: TeamView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { space } = useHere();
  const [changing, setChanging] = useState<Colleague>();
  const columns: Column<Colleague>[] = [
    {
      id: 'name',
      header: t('team.name'),
      cell: (one) => <b>{one.isYou ? t('team.you', { name: one.name }) : one.name}</b>,
    },
    { id: 'title', header: t('team.title'), cell: (one) => one.title ?? '–', wideOnly: true },
    {
      id: 'functions',
      header: t('team.functions'),
      cell: (one) => one.functions.map((name) => t(`team.function.${name}`)).join(', '),
    },
    { id: 'email', header: t('team.email'), cell: (one) => one.email, wideOnly: true },
    { id: 'joined', header: t('team.joined'), cell: (one) => format.dayOf(one.joinedAt), wideOnly: true },
    ...(team.can.change
      ? [
          {
            id: 'change',
            header: t('team.acts'),
            cell: (one: Colleague) => <Button onClick={() => setChanging(one)}>{t('team.change')}</Button>,
          },
        ]
      : []),
  ];
  const save = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      setChanging(undefined);
    } catch (error) {
      sayProblem(error, t);
    }
    await queryClient.invalidateQueries({ queryKey: [space.slug, 'team'] });
  };
  return (
    <>
      <Table caption={t('settings.team')} columns={columns} rows={team.items} rowKey={(one) => one.id} />
      {changing !== undefined && (
        <ColleagueDialog
          colleague={changing}
          onClose={() => setChanging(undefined)}
          onSave={(change) => void save(api.patch(`/team/${changing.id}`, change))}
          onRemove={() => void save(api.delete(`/team/${changing.id}`))}
        />
      )}
    </>
  );
}
