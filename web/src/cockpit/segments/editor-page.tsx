import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SegmentView } from '#cockpit/segments/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { draftOf, freshDraft } from './draft.ts';
import { EditorForm } from './editor-form.tsx';
import { partsQuery, segmentsQuery } from './segments-query.ts';

const newRoute = getRouteApi('/$ws/segments/new');
const editRoute = getRouteApi('/$ws/segments/$segment/edit');

/** Writes a new segment. */
export function NewSegmentPage(): ReactNode {
  const t = useWords();
  const { ws } = newRoute.useParams();
  const parts = useQuery(partsQuery(ws));
  return (
    <Page title={t('segments.new')}>
      {parts.isPending && <Skeleton />}
      {parts.isError && <ErrorNote error={parts.error} onRetry={() => void parts.refetch()} />}
      {parts.data !== undefined && (
        <EditorForm ws={ws} parts={parts.data} start={{ name: '', shared: true, group: freshDraft() }} />
      )}
    </Page>
  );
}

/** Changes one that was written. */
export function EditSegmentPage(): ReactNode {
  const t = useWords();
  const { ws, segment: id } = editRoute.useParams();
  const parts = useQuery(partsQuery(ws));
  // Asked anew: what is changed must be what stands there now.
  const segments = useQuery({ ...segmentsQuery(ws), staleTime: 0, refetchOnWindowFocus: false });
  const failed = [parts, segments].find(({ isError }) => isError);
  const isThere = parts.data !== undefined && segments.data !== undefined && segments.isFetchedAfterMount;
  const segment = isThere ? segments.data.items.find((one) => one.id === id) : undefined;
  return (
    <Page title={segment?.name ?? t('segments.edit')}>
      {failed !== undefined && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isThere && <Skeleton />}
      {isThere && <Found ws={ws} parts={parts.data} segment={segment} />}
    </Page>
  );
}

interface FoundProps {
  readonly ws: string;
  readonly parts: Parameters<typeof EditorForm>[0]['parts'];
  /** Undefined: removed meanwhile. */
  readonly segment: SegmentView | undefined;
}

function Found({ ws, parts, segment }: FoundProps): ReactNode {
  const t = useWords();
  if (segment === undefined) return <EmptyState why={t('segments.gone.why')} example={t('segments.gone.example')} />;
  const group = draftOf(segment.rule);
  if (group === undefined) return <EmptyState why={t('segments.deep')} example={t('segments.deep.example')} />;
  const { name, shared } = segment;
  return <EditorForm key={segment.id} ws={ws} parts={parts} start={{ name, shared, group }} segment={segment} />;
}
