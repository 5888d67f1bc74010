import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Language } from '#kernel/language.ts';
import { api } from '#web/app/api.ts';
import { download } from '#web/app/download.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useHere } from '#web/app/session.ts';
import { textOf, useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';
import type { AuditAction, AuditCheck, AuditLine, AuditPage } from '#workspace/audit/wire.ts';

/** What was done here, by whom and when: nothing in it can be changed or taken out without being seen. */
export function RecordPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const check = useQuery({
    queryKey: [space.slug, 'audit', 'check'],
    queryFn: ({ signal }) => api.get<AuditCheck>('/audit/check', { signal }),
  });
  const pages = useInfiniteQuery({
    queryKey: [space.slug, 'audit'],
    queryFn: ({ signal, pageParam }) => api.get<AuditPage>('/audit', { query: { after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const take = (kind: 'csv' | 'ndjson') => (): void => {
    download('/audit/export', { format: kind }, `record.${kind}`).catch((error: unknown) => sayProblem(error, t));
  };
  return (
    <Page
      title={t('settings.record')}
      aside={check.data && <Chain check={check.data} />}
      actions={
        pages.data?.pages[0]?.can.export === true && (
          <>
            <Button onClick={take('csv')}>CSV</Button>
            <Button onClick={take('ndjson')}>NDJSON</Button>
          </>
        )
      }
    >
      {pages.isPending && <Skeleton />}
      {pages.isError && <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      <Lines rows={rows} />
      {pages.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('record.more')}
        </Button>
      )}
    </Page>
  );
}

function Lines({ rows }: { readonly rows: readonly AuditLine[] }): ReactNode {
  const t = useWords();
  if (rows.length === 0) return null;
  const columns: readonly Column<AuditLine>[] = [
    { id: 'number', header: t('record.number'), figures: true, cell: (line) => line.number },
    { id: 'at', header: t('record.at'), cell: (line) => <Moment at={line.at} /> },
    { id: 'who', header: t('record.who'), cell: (line) => line.actor.name ?? t(`record.actor.${line.actor.kind}`) },
    {
      id: 'action',
      header: t('record.action'),
      cell: (line) => <Done action={line.action} />,
    },
    { id: 'why', header: t('record.why'), cell: (line) => line.why ?? '–', wideOnly: true },
    {
      id: 'hash',
      header: t('record.hash'),
      cell: (line) => <code className="font-mono text-sm text-soft">{line.hash.slice(0, 10)}</code>,
      wideOnly: true,
    },
  ];
  return <Table caption={t('settings.record')} columns={columns} rows={rows} rowKey={(line) => String(line.number)} />;
}

/** What was done, in words; what a later version recorded stands by its code. */
function Done({ action }: { readonly action: string }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const key = `record.done.${action}`;
  return isSaid(language, key) ? t(key) : <code className="font-mono text-sm">{action}</code>;
}

/** `t` takes words that exist: an action without its words does not compile. */
function isSaid(language: Language, key: string): key is `record.done.${AuditAction}` {
  return textOf(language, key) !== undefined;
}

/** The day and the hour; where there is little room one under the other, neither broken. */
function Moment({ at }: { readonly at: string }): ReactNode {
  const format = useFormat();
  return (
    <time dateTime={at} className="flex flex-wrap gap-x-1.5 whitespace-nowrap tabular-nums">
      <span>{format.dayOf(at, 'short')}</span>
      <span className="text-soft">{format.time(at)}</span>
    </time>
  );
}

function Chain({ check }: { readonly check: AuditCheck }): ReactNode {
  const t = useWords();
  if (check.intact) return <StateChip state="good">{t('record.intact', { n: check.events })}</StateChip>;
  return <StateChip state="late">{t('record.broken', { n: check.brokenAt ?? 0 })}</StateChip>;
}
