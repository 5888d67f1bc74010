import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OutsideView } from '#bridge/outside/wire.ts';
import { api } from '#web/app/api.ts';
import { Problem } from '#web/app/problem.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { DecideForm } from './decide-form.tsx';
import type { Given } from './decide-form.tsx';
import { Heard } from './heard.tsx';

const route = getRouteApi('/outside/decide/$token');

/** Deciding from outside, by a link: this insight and nothing else, on a telephone, without an account. */
export function DecidePage(): ReactNode {
  const t = useWords();
  const { token } = route.useParams();
  const [given, setGiven] = useState<Given>();
  const asked = useQuery({
    queryKey: ['decide', token],
    queryFn: ({ signal }) => api.get<OutsideView>(`/decide/${token}`, { signal }),
    retry: false,
    enabled: given === undefined,
    refetchOnWindowFocus: false,
  });
  if (given !== undefined) return <Thanks given={given} />;
  return (
    <Page title={t('decide.title')}>
      {asked.isPending && <Skeleton />}
      {asked.isError && <Closed error={asked.error} />}
      {asked.data !== undefined && <Asked token={token} asked={asked.data} onGiven={setGiven} />}
    </Page>
  );
}

/** A link that no longer opens says why; whatever else went wrong is told as elsewhere. */
function Closed({ error }: { readonly error: Error }): ReactNode {
  if (!(error instanceof Problem) || !error.code.startsWith('decide/')) return <ErrorNote error={error} />;
  return (
    <Card>
      <p role="alert" className="py-1">
        {error.detail}
      </p>
    </Card>
  );
}

function Thanks({ given }: { readonly given: Given }): ReactNode {
  const t = useWords();
  return (
    <Page title={t('decide.thanks')}>
      <Card>
        <p className="py-1">{t(`decide.thanks.${given.answer}`)}</p>
        <p className="text-soft">{t('decide.thanks.after')}</p>
      </Card>
    </Page>
  );
}

interface AskedProps {
  readonly token: string;
  readonly asked: OutsideView;
  readonly onGiven: (given: Given) => void;
}

function Asked({ token, asked, onGiven }: AskedProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { busy, problem, run } = useAct();
  const give = (given: Given): void =>
    run(async () => {
      await api.post(`/decide/${token}`, given);
      onGiven(given);
    });
  return (
    <>
      <p className="text-soft">{t('decide.lead', { name: asked.name, workspace: asked.workspace })}</p>
      <h2 className="text-md font-semibold text-ink">{asked.statement}</h2>
      <Card title={t('decide.ask')} aside={asked.due !== null && t('decide.due', { day: format.day(asked.due) })}>
        <p className="whitespace-pre-line">{asked.ask}</p>
      </Card>
      <Heard quotes={asked.quotes} counters={asked.counters} weight={asked.weight} />
      <Card title={t('decide.yours')}>
        <DecideForm options={asked.options} tomorrow={asked.tomorrow} busy={busy} problem={problem} onGive={give} />
      </Card>
      <small>{t('decide.once', { day: format.dayOf(asked.expiresAt) })}</small>
    </>
  );
}
