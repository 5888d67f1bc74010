import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LoopList } from '#bridge/loop/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Lead } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

const route = getRouteApi('/$ws/loop');

/** Who must still be told of what was decided, and how far it went. */
export function LoopPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const loop = useQuery({
    queryKey: [ws, 'loop'],
    queryFn: ({ signal }) => api.get<LoopList>('/loop', { signal }),
  });
  return (
    <Page title={t('loop.title')}>
      {loop.isPending && <Skeleton />}
      {loop.isError && <ErrorNote error={loop.error} onRetry={() => void loop.refetch()} />}
      {loop.data !== undefined && <Loop ws={ws} loop={loop.data} />}
    </Page>
  );
}

interface LoopProps {
  readonly ws: string;
  readonly loop: LoopList;
}

function Loop({ ws, loop }: LoopProps): ReactNode {
  const t = useWords();
  if (loop.items.length === 0)
    return (
      <EmptyState
        why={t('loop.none')}
        example={t('loop.none.example')}
        action={
          <LinkButton to="/$ws/decisions" params={{ ws }}>
            {t('loop.none.do')}
          </LinkButton>
        }
      />
    );
  return (
    <>
      <Measured loop={loop} />
      <ul aria-label={t('loop.title')} className="rounded-lg border border-line bg-card">
        {loop.items.map((item) => (
          <Line key={item.id} ws={ws} item={item} mayTell={loop.can.tell} />
        ))}
      </ul>
    </>
  );
}

/** How far the loop is closed, and whether being told brings people back, in sentences. */
function Measured({ loop: { closure, cameBack } }: { readonly loop: LoopList }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (closure === null || closure.askers === 0) return null;
  return (
    <Lead hue="bridge">
      <p className="font-semibold">
        {t('loop.closure', {
          told: closure.told,
          n: closure.askers,
          askers: format.number(closure.askers, 0),
          share: format.percent(closure.told / closure.askers),
        })}
      </p>
      {cameBack !== null && (
        <small>
          {cameBack.told > 0 && `${t('loop.back', { back: cameBack.back, n: cameBack.told })} `}
          {cameBack.waiting > 0 && t('loop.back.waiting', { n: cameBack.waiting })}
        </small>
      )}
    </Lead>
  );
}

interface LineProps {
  readonly ws: string;
  readonly item: LoopList['items'][number];
  readonly mayTell: boolean;
}

function Line({ ws, item, mayTell }: LineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { counts } = item;
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line px-3.5 py-2.5 first:border-t-0 wide:grid-cols-[minmax(0,1fr)_16rem_9rem]">
      <div className="grid min-w-0 gap-0.5">
        <Link
          to="/$ws/decisions/$decision"
          params={{ ws, decision: item.id }}
          className="font-semibold hover:underline"
        >
          {item.statement}
        </Link>
        <small>
          {item.deliveredOn === null
            ? t(`loop.answer.${item.answer}`, { day: format.dayOf(item.at, 'short') })
            : t('loop.delivered', { day: format.day(item.deliveredOn) })}
        </small>
      </div>
      {counts === null ? <span className="text-soft">{t('loop.few')}</span> : <Counted item={item} counts={counts} />}
      {mayTell && (
        <LinkButton to="/$ws/loop/$insight" params={{ ws, insight: item.id }} className="wide:justify-self-end">
          {counts !== null && counts.left === 0 ? t('loop.see') : t('loop.tell')}
        </LinkButton>
      )}
    </li>
  );
}

interface CountedProps extends Pick<LineProps, 'item'> {
  readonly counts: NonNullable<LineProps['item']['counts']>;
}

/** How many were told; whoever waits though it was delivered on a day that is over is what the navigation calls late. */
function Counted({ item: { deliveredOn }, counts: { told, askers, left, leftOut } }: CountedProps): ReactNode {
  const t = useWords();
  const today = useToday();
  const isLate = deliveredOn !== null && deliveredOn < today;
  return (
    <div className="grid gap-0.5">
      {left === 0 ? (
        <StateChip state="good">{t('loop.closed')}</StateChip>
      ) : (
        <StateChip state={isLate ? 'late' : 'waiting'}>
          {t(isLate ? 'loop.left.late' : 'loop.left', { n: left })}
        </StateChip>
      )}
      <small>
        <Dots>
          {t('loop.told_of', { told, n: askers })}
          {leftOut > 0 && t('loop.left_out', { n: leftOut })}
        </Dots>
      </small>
    </div>
  );
}
