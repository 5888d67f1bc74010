import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { RunView } from '#community/imports/wire.ts';
import { api } from '#web/app/api.ts';
import { kindOf } from '#web/community/places/kind-of.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Choosing } from './choosing.tsx';
import { refreshElsewhere } from './elsewhere.ts';
import { Problems } from './problems.tsx';
import { RunState } from './run-state.tsx';

const route = getRouteApi('/$ws/imports/$run');
const MOVING: readonly RunView['state'][] = ['waiting', 'reading'];
const LOOK_AGAIN = 700;
const SHOWN = ['added', 'changed', 'unchanged', 'withheld', 'refused'] as const;

/** One import: what the file is, how far it is, what became of each row. */
export function ImportPage(): ReactNode {
  const t = useWords();
  const { ws, run: id } = route.useParams();
  const run = useQuery({
    queryKey: [ws, 'import', id],
    queryFn: ({ signal }) => api.get<RunView>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && MOVING.includes(state.data.state) ? LOOK_AGAIN : false,
  });
  const state = run.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'cut_short') refreshElsewhere(ws);
  }, [state, ws]);
  return (
    <Page title={run.data?.fileName ?? t('imports.one')} aside={run.data?.place.name}>
      {run.isPending && <Skeleton />}
      {run.isError && run.data === undefined && <ErrorNote error={run.error} onRetry={() => void run.refetch()} />}
      {run.data !== undefined && <RunBody ws={ws} run={run.data} />}
    </Page>
  );
}

function RunBody({ ws, run }: { readonly ws: string; readonly run: RunView }): ReactNode {
  const t = useWords();
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: [ws, 'import', run.id] });
  const navigate = useNavigate();
  const giveUp = (): void => {
    api.delete(`/imports/${run.id}`).then(
      async () => {
        await navigate({ to: '/$ws/imports', params: { ws } });
        refreshElsewhere(ws);
      },
      (error: unknown) => sayProblem(error, t),
    );
  };
  const cancel = (): void => {
    api.post(`/imports/${run.id}/cancel`).then(refresh, (error: unknown) => sayProblem(error, t));
  };
  if (run.state === 'uploading' || run.state === 'choosing')
    return <Choosing ws={ws} run={run} onStarted={refresh} onCancel={giveUp} />;
  return (
    <>
      <Card title={<RunState state={run.state} />} aside={kindOf(run.connector, t)}>
        {MOVING.includes(run.state) && <Reading run={run} />}
        {run.refusal !== null && <p className="my-2 rounded-md bg-wait-wash px-3 py-2">{run.refusal.detail}</p>}
        <Counts run={run} />
        <div className="mt-3 flex flex-wrap gap-2">
          {run.can.cancel && <Button onClick={cancel}>{t('imports.cancel')}</Button>}
          {(run.state === 'done' || run.state === 'cut_short') && (
            <>
              <LinkButton tone="main" to="/$ws" params={{ ws }}>
                {t('imports.see_health')}
              </LinkButton>
              <LinkButton to="/$ws/threads" params={{ ws }} search={{ place: run.place.id }}>
                {t('imports.see_threads')}
              </LinkButton>
            </>
          )}
        </div>
      </Card>
      {run.counts.refused > 0 && <Problems ws={ws} run={run} />}
    </>
  );
}

function Reading({ run }: { readonly run: RunView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const pace = run.rate === null ? '' : ` · ${t('imports.pace', { n: format.bytes(run.rate) })}`;
  const label =
    run.step === 'unpacking' ? t('imports.unpacking') : t('imports.reading', { n: format.number(run.counts.read) });
  return (
    <Progress
      label={label}
      done={run.bytes.done}
      total={run.bytes.total}
      unit={t('imports.bytes') + pace}
      {...(run.secondsLeft === null ? {} : { left: run.secondsLeft })}
    />
  );
}

function Counts({ run }: { readonly run: RunView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <>
      <p className="mt-2 text-soft">{t('imports.counted', { n: run.counts.read })}</p>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        {SHOWN.filter((name) => name !== 'withheld' || run.counts.withheld > 0).map((name) => (
          <div key={name}>
            <dt className="text-sm text-soft">{t(`imports.count.${name}`)}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.number(run.counts[name])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
