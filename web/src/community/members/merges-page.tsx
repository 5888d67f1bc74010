import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NewMerge, NewRefusal, Suggestion, SuggestionsView } from '#community/merging/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';

const route = getRouteApi('/$ws/merges');

/** Members that may be one person: a person decides, and may undo. */
export function MergesPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { ws } = route.useParams();
  const found = useQuery({
    queryKey: [ws, 'merge-suggestions'],
    queryFn: ({ signal }) => api.get<SuggestionsView>('/merge-suggestions', { signal }),
  });
  return (
    <Page
      title={t('members.merges')}
      aside={found.data && t('members.merges.count', { n: found.data.total, count: format.number(found.data.total) })}
    >
      {found.isPending && <Skeleton />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.total === 0 && (
        <EmptyState why={t('members.merges.none')} example={t('members.merges.none.example')} />
      )}
      {found.data !== undefined && found.data.total > 0 && (
        <ul className="grid rounded-lg border border-line bg-card wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto]">
          {found.data.items.map((pair) => (
            <Pair key={`${pair.a.id} ${pair.b.id}`} ws={ws} pair={pair} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Pair({ ws, pair }: { readonly ws: string; readonly pair: Suggestion }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  // The one who wrote more keeps his page.
  const [kept, absorbed] = pair.a.messages >= pair.b.messages ? [pair.a, pair.b] : [pair.b, pair.a];
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: [ws] });
  const act = (work: () => Promise<void>) => (): void => {
    work().then(refresh, (error: unknown) => {
      sayProblem(error, t);
      return refresh();
    });
  };
  const refuse = act(async () => {
    await api.post('/merge-refusals', { a: pair.a.id, b: pair.b.id } satisfies NewRefusal);
    say(t('members.merges.refused'));
  });
  const unite = act(async () => {
    const merge = { keepId: kept.id, absorbId: absorbed.id, reason: pair.reason } satisfies NewMerge;
    const { id } = await api.post<{ readonly id: string }>('/merges', merge);
    const undo = act(() => api.post(`/merges/${id}/undo`));
    say(t('members.merges.merged'), { undo });
  });
  return (
    <li className="grid items-center gap-x-4 gap-y-2 border-t border-line px-3.5 py-2.5 first:border-t-0 wide:col-span-full wide:grid-cols-subgrid">
      <Side ws={ws} side={kept} />
      <Side ws={ws} side={absorbed} />
      <span className="flex wide:justify-end">
        <Chip hue={pair.reason === 'same_name' ? 'wait' : 'field'}>
          {t(`members.merges.${pair.reason}`, { shared: pair.shared })}
        </Chip>
      </span>
      <span className="flex items-center gap-2">
        <Button tone="quiet" onClick={refuse}>
          {t('members.merges.refuse')}
        </Button>
        <Button onClick={unite}>{t('members.merges.merge')}</Button>
      </span>
    </li>
  );
}

function Side({ ws, side }: { readonly ws: string; readonly side: Suggestion['a'] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <span className="grid">
      <Link to="/$ws/members/$member" params={{ ws, member: side.id }} className="font-medium hover:underline">
        {side.name}
      </Link>
      <small>
        {side.places.join(' · ')} · {t('members.messages', { n: side.messages, count: format.number(side.messages) })}
        {side.byNameOnly && ` · ${t('members.by_name')}`}
      </small>
    </span>
  );
}
