import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import type { FigureAnswer, FigureDetail } from '#cockpit/figures/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { DETAILS } from './details.ts';
import { networkQuery } from './graph/network-query.ts';
import { detailQuery } from './figures-query.ts';
import type { Asking } from './figures-query.ts';
import type { HealthView } from './view.ts';

interface FigureDetailPartProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly asking: Asking;
  readonly answer: FigureAnswer;
}

/** What the figure's family draws beyond its course; nothing where it draws nothing, or has nothing to draw. */
export function FigureDetailPart({ ws, view, asking, answer }: FigureDetailPartProps): ReactNode {
  const found = useQuery(detailQuery(answer.figure.id, asking));
  useNetworkAhead(ws, answer);
  if (found.error !== null) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  // What is kept while the next one comes may be of another figure.
  const isOther = found.data?.figure.id !== answer.figure.id;
  if (found.data === undefined || isOther) return answer.value.state !== 'unavailable' && <Skeleton lines={3} />;
  const { detail } = found.data;
  if (detail.kind === 'unavailable') return <NoDetail reason={detail.reason} />;
  const { values, change } = view;
  return <Drawn detail={detail} view={{ ws, answer, values, change }} isStale={found.isPlaceholderData} />;
}

/** The network of a large community takes as long as its counts: it is asked for beside them, not after them. */
function useNetworkAhead(ws: string, { figure, value, request }: FigureAnswer): void {
  const enabled = figure.id === 'reply_graph' && value.state !== 'unavailable';
  useQuery({ ...networkQuery(ws, request), enabled, notifyOnChangeProps: [] });
}

/** Said only where the figure has a detail, and the reason is not already the figure's own. */
function NoDetail({ reason }: { readonly reason: string }): ReactNode {
  const t = useWords();
  return reason === 'private' && <p className="text-sm text-soft">{t('health.detail.private')}</p>;
}

interface DrawnProps {
  readonly detail: Exclude<FigureDetail['detail'], { readonly kind: 'unavailable' }>;
  readonly view: { readonly ws: string; readonly answer: FigureAnswer } & Pick<HealthView, 'values' | 'change'>;
  readonly isStale: boolean;
}

function Drawn({ detail, view, isStale }: DrawnProps): ReactNode {
  const Detail = DETAILS[detail.kind];
  if (Detail === undefined) return undefined;
  return (
    <div aria-busy={isStale} className="grid min-w-0 gap-3.5 transition-opacity aria-busy:opacity-55">
      <Suspense fallback={<Skeleton lines={3} />}>
        {/* The table of details is by kind, so this one draws exactly what has that kind. */}
        <Detail detail={detail as never} view={view} />
      </Suspense>
    </div>
  );
}
