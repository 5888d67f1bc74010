import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DecisionView } from '#bridge/register/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useAct } from '#web/app/use-act.ts';
import { DecideForm } from '#web/bridge/decide/decide-form.tsx';
import type { Given } from '#web/bridge/decide/decide-form.tsx';
import { Heard } from '#web/bridge/decide/heard.tsx';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { OwnerWords, Serves } from './decision-line.tsx';
import { decisionQuery } from './decisions-query.ts';
import { DeliverCard } from './deliver-card.tsx';
import { HandOverCard } from './hand-over-card.tsx';
import { LinkCard } from './link-card.tsx';
import { StandingChip } from './standing-chip.tsx';
import { windowOf } from './window-of.ts';

const route = getRouteApi('/$ws/decisions/$decision');

/** One decision: what is asked and heard, the answer, and what follows from it. */
export function DecisionPage(): ReactNode {
  const t = useWords();
  const { ws, decision } = route.useParams();
  const one = useQuery(decisionQuery(ws, decision));
  return (
    <Page
      title={one.data?.statement ?? t('decisions.one')}
      actions={
        <>
          <LinkButton to="/$ws/insights/$insight" params={{ ws, insight: decision }}>
            {t('decisions.insight')}
          </LinkButton>
          {one.data !== undefined && one.data.toTell !== null && (
            <LinkButton to="/$ws/loop/$insight" params={{ ws, insight: decision }}>
              {t('decisions.loop')}
            </LinkButton>
          )}
        </>
      }
    >
      <nav className="text-soft">
        <Link to="/$ws/decisions" params={{ ws }} className="hover:underline">
          ← {t('decisions.title')}
        </Link>
      </nav>
      {one.isPending && <Skeleton />}
      {one.isError && <ErrorNote error={one.error} onRetry={() => void one.refetch()} />}
      {one.data !== undefined && <Decision ws={ws} one={one.data} />}
    </Page>
  );
}

export interface DecisionProps {
  readonly ws: string;
  readonly one: DecisionView;
}

function Decision({ ws, one }: DecisionProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { can } = one;
  return (
    <div className="grid items-start gap-3.5 large:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid gap-3.5">
        <Card title={t('decide.ask')} aside={one.due !== null && t('decide.due', { day: format.day(one.due) })}>
          <p className="whitespace-pre-line">{one.ask}</p>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-3 text-soft">
            <StandingChip standing={one.standing} />
            <OwnerWords owner={one.owner} />
            {one.objective !== null && <Serves ws={ws} objective={one.objective} />}
          </p>
        </Card>
        <Heard quotes={one.quotes} counters={one.counters} weight={one.weight} />
      </div>
      <div className="grid gap-3.5">
        {one.last !== null && <Answers one={one} />}
        {can.decide && <Deciding ws={ws} one={one} />}
        {can.deliver && <DeliverCard ws={ws} one={one} />}
        {can.link && <LinkCard ws={ws} one={one} />}
        {can.handOver && <HandOverCard ws={ws} one={one} />}
      </div>
    </div>
  );
}

function Deciding({ ws, one }: DecisionProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const tomorrow = windowOf({ kind: 'days', days: 1 }, useToday()).until ?? '';
  const { busy, problem, run } = useAct();
  const give = (given: Given): void =>
    run(async () => {
      await api.post(`/decisions/${one.id}/answers`, { version: one.version, ...given });
      await queries.invalidateQueries({ queryKey: [ws] });
      say(t('decisions.given'));
    });
  return (
    <Card title={t('decide.yours')}>
      <DecideForm options={one.options} tomorrow={tomorrow} busy={busy} problem={problem} onGive={give} />
    </Card>
  );
}

/** The last answer, those before it, and what was delivered. */
function Answers({ one }: { readonly one: DecisionView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const answers = [...(one.last === null ? [] : [one.last]), ...one.before];
  return (
    <Card title={t('decisions.history')}>
      <ol className="grid gap-3">
        {one.deliveries.map(({ at, day, text, url, by }) => (
          <li key={at} className="grid gap-0.5">
            <b className="first-letter:uppercase">{t('decisions.delivered.on', { day: format.day(day) })}</b>
            <p className="whitespace-pre-line">{text}</p>
            {url !== null && (
              <a href={url} rel="noreferrer" target="_blank" className="break-all underline">
                {url}
              </a>
            )}
            <small>{by}</small>
          </li>
        ))}
        {answers.map((said) => (
          <li key={said.at} className="grid gap-0.5">
            <b>
              <Dots>
                {t(`decide.answer.${said.answer}`)}
                {said.until !== null && t('decisions.until', { day: format.day(said.until) })}
                {said.option}
              </Dots>
            </b>
            <p className="whitespace-pre-line">{said.reason}</p>
            <small>
              <Dots>
                {said.by}
                {format.instant(said.at)}
              </Dots>
            </small>
          </li>
        ))}
      </ol>
    </Card>
  );
}
