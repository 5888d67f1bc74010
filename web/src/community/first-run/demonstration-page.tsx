import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { RunView, RunsView } from '#community/imports/wire.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sessionQuery, useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

const PLACES = 3;
const LOOK_AGAIN = 700;
const ENDED: readonly RunView['state'][] = ['done', 'cut_short', 'failed', 'cancelled'];

/** The demonstration while it is being made, and the button that takes it away. */
export function DemonstrationPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const runs = useQuery({
    queryKey: [space.slug, 'imports', 'demonstration'],
    queryFn: ({ signal }) => api.get<RunsView>('/imports', { signal }),
    refetchInterval: ({ state }) => (areIn(state.data?.items ?? []) ? false : LOOK_AGAIN),
  });
  const items = runs.data?.items ?? [];
  // Once its messages are in, what came of its campaigns is worked out.
  const built = useQuery({
    queryKey: [space.slug, 'built', 'demonstration'],
    queryFn: ({ signal }) => api.get<{ readonly isBuilt: boolean }>('/demonstration', { signal }),
    enabled: areIn(items),
    refetchInterval: ({ state }) => (state.data?.isBuilt === true ? false : LOOK_AGAIN),
  });
  const ready = built.data?.isBuilt === true;
  useEffect(() => {
    if (ready)
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === space.slug && queryKey[2] !== 'demonstration',
      });
  }, [ready, space.slug]);
  return (
    <Page title={t('first-run.demo')} width="text">
      <p className="text-soft">{t('first-run.demo.made_up')}</p>
      {ready ? <Ready /> : <Making items={items} />}
      {space.isDemo && <Removal />}
    </Page>
  );
}

function areIn(items: readonly RunView[]): boolean {
  return items.length >= PLACES && items.every((run) => ENDED.includes(run.state));
}

function Making({ items }: { readonly items: readonly RunView[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const read = items.reduce((sum, run) => sum + run.counts.read, 0);
  const done = items.filter((run) => ENDED.includes(run.state)).length;
  return (
    <Card>
      <Progress
        label={t('first-run.demo.making', { n: format.number(read) })}
        done={done}
        total={PLACES}
        unit={t('first-run.demo.places')}
      />
    </Card>
  );
}

function Ready(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  return (
    <Card title={t('first-run.demo.ready')}>
      <div className="flex flex-wrap gap-2">
        <LinkButton tone="main" to="/$ws" params={{ ws: space.slug }}>
          {t('first-run.demo.health')}
        </LinkButton>
        <LinkButton to="/$ws/check" params={{ ws: space.slug }}>
          {t('first-run.demo.check')}
        </LinkButton>
        <LinkButton to="/$ws/threads" params={{ ws: space.slug }}>
          {t('first-run.demo.threads')}
        </LinkButton>
      </div>
    </Card>
  );
}

function Removal(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { busy, problem, run } = useAct();
  const remove = (): void =>
    run(async () => {
      await api.post('/demonstration/remove');
      await queryClient.invalidateQueries(sessionQuery);
      await navigate({ to: '/' });
    });
  return (
    <div className="grid gap-2">
      <ProblemRefusal problem={problem} />
      <Button tone="danger" busy={busy} onClick={remove} className="justify-self-start">
        {t('first-run.demo.remove')}
      </Button>
    </div>
  );
}
