import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RunsView, RunView } from '#community/imports/wire.ts';
import { api } from '#web/app/api.ts';
import { kindOf } from '#web/community/places/kind-of.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';
import { NewImport } from './new-import.tsx';
import { RunState } from './run-state.tsx';

const route = getRouteApi('/$ws/imports');

/** Bringing an export in, and what became of those before. */
export function ImportsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const runs = useQuery({
    queryKey: [ws, 'imports'],
    queryFn: ({ signal }) => api.get<RunsView>('/imports', { signal }),
  });
  return (
    <Page title={t('imports.title')}>
      <NewImport ws={ws} />
      {runs.isPending && <Skeleton />}
      {runs.isError && <ErrorNote error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data !== undefined && runs.data.items.length > 0 && <Runs ws={ws} runs={runs.data.items} />}
    </Page>
  );
}

function Runs({ ws, runs }: { readonly ws: string; readonly runs: readonly RunView[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const columns: readonly Column<RunView>[] = [
    {
      id: 'file',
      header: t('imports.file'),
      cell: (run) => (
        <Link to="/$ws/imports/$run" params={{ ws, run: run.id }} className="font-medium hover:underline">
          {run.fileName}
        </Link>
      ),
    },
    { id: 'place', header: t('imports.place'), cell: (run) => run.place.name },
    { id: 'kind', header: t('imports.kind'), cell: (run) => kindOf(run.connector, t), wideOnly: true },
    { id: 'state', header: t('imports.state'), cell: (run) => <RunState state={run.state} /> },
    { id: 'added', header: t('imports.added'), figures: true, cell: (run) => format.number(run.counts.added) },
    {
      id: 'refused',
      header: t('imports.refused'),
      figures: true,
      cell: (run) => format.number(run.counts.refused),
      wideOnly: true,
    },
    { id: 'when', header: t('imports.when'), cell: (run) => format.instant(run.createdAt), wideOnly: true },
  ];
  return <Table caption={t('imports.before')} showCaption columns={columns} rows={runs} rowKey={(run) => run.id} />;
}
