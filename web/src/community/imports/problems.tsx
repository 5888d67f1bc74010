import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RunView, ProblemsView, ProblemView } from '#community/imports/wire.ts';
import { api } from '#web/app/api.ts';
import { download } from '#web/app/download.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';

const PAGE = 50;

/** Rows that could not be read: where each stands, why, and what stands there. */
export function Problems({ ws, run }: { readonly ws: string; readonly run: RunView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [after, setAfter] = useState(0);
  const found = useQuery({
    queryKey: [ws, 'import', run.id, 'problems', after],
    queryFn: ({ signal }) =>
      api.get<ProblemsView>(`/imports/${run.id}/problems`, { query: { after, limit: PAGE }, signal }),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<ProblemView>[] = [
    { id: 'file', header: t('imports.problem.file'), cell: (one) => one.file },
    {
      id: 'line',
      header: t('imports.problem.line'),
      figures: true,
      cell: (one) => (one.line === null ? '–' : format.number(one.line)),
    },
    { id: 'why', header: t('imports.problem.why'), cell: (one) => one.detail },
    {
      id: 'there',
      header: t('imports.problem.there'),
      cell: (one) => <code className="font-mono text-sm break-all">{one.excerpt ?? ''}</code>,
      wideOnly: true,
    },
  ];
  const take = (): void => {
    download(`/imports/${run.id}/problems/export`, {}, 'problems.csv').catch((error: unknown) => sayProblem(error, t));
  };
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data?.items ?? [];
  const total = found.data?.total ?? 0;
  const next = found.data?.next;
  return (
    <>
      <Table
        caption={t('imports.problems', { n: total })}
        showCaption
        columns={columns}
        rows={rows}
        rowKey={(one) => String(one.number)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={take}>{t('imports.problems.download')}</Button>
        {after > 0 && <Button onClick={() => setAfter(0)}>{t('imports.problems.first')}</Button>}
        {next !== undefined && <Button onClick={() => setAfter(Number(next))}>{t('search.next')}</Button>}
      </div>
    </>
  );
}
