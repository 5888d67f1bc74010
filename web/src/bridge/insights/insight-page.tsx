import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InsightView } from '#bridge/insights/wire.ts';
import { useToday } from '#web/app/today.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Lead } from '#web/ui/card.tsx';
import { Chip, StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { AskCard } from './ask-card.tsx';
import { insightQuery } from './insights-query.ts';
import { Counters, Quotes } from './quotes.tsx';
import { Remove } from './remove.tsx';
import { markOf, sayChannels, sayDue, sayWeight, wordOf } from './say-insight.ts';
import { TrafficCard } from './traffic-card.tsx';

const route = getRouteApi('/$ws/insights/$insight');

/** One insight, on the screen and on paper: what it says, who said it, what speaks against it, what is asked of whom. */
export function InsightPage(): ReactNode {
  const t = useWords();
  const { ws, insight: id } = route.useParams();
  const insight = useQuery(insightQuery(ws, id));
  const { data } = insight;
  return (
    <Page
      title={data?.statement ?? t('insights.one')}
      actions={
        data !== undefined && (
          <>
            {data.submittedAt !== null && (
              <LinkButton to="/$ws/decisions/$decision" params={{ ws, decision: id }}>
                {t('insights.decision')}
              </LinkButton>
            )}
            {data.can.remove && <Remove ws={ws} insight={data} />}
            <Button onClick={() => window.print()}>
              <Printer aria-hidden size={14} />
              {t('insights.print')}
            </Button>
          </>
        )
      }
    >
      {insight.isPending && <Skeleton />}
      {insight.isError && <ErrorNote error={insight.error} onRetry={() => void insight.refetch()} />}
      {data !== undefined && <Insight ws={ws} insight={data} />}
    </Page>
  );
}

function Insight({ ws, insight }: { readonly ws: string; readonly insight: InsightView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const isWeighed = insight.weight.messages > 0;
  return (
    <>
      <Head ws={ws} insight={insight} />
      {insight.question !== null && <Lead hue="late">{t('insights.question', { question: insight.question })}</Lead>}
      <Lead hue="bridge">
        <p className="text-md font-semibold">
          {isWeighed ? sayWeight(insight.weight, t, format) : t('insights.weight.none')}
        </p>
        {insight.weight.channels.length > 1 && (
          <small className="block">
            <Dots>{sayChannels(insight.weight, t)}</Dots>
          </small>
        )}
        <small>
          {insight.against.messages > 0
            ? t('insights.against', { says: sayWeight(insight.against, t, format) })
            : t('insights.against.none', { state: insight.state })}
        </small>
      </Lead>
      <div className="grid items-start gap-3.5 large:grid-cols-[minmax(0,1fr)_24rem] print:block print:space-y-3">
        <div className="grid gap-3.5">
          <Quotes ws={ws} insight={insight} />
          <Counters ws={ws} insight={insight} />
          <TrafficCard ws={ws} insight={insight} />
        </div>
        <div className="print:mt-3">
          <AskCard key={insight.id} ws={ws} insight={insight} />
        </div>
      </div>
    </>
  );
}

function Head({ ws, insight }: { readonly ws: string; readonly insight: InsightView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const today = useToday();
  const { due, state, theme, objective } = insight;
  const isWaiting = state === 'draft' || state === 'submitted';
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <StateChip state={markOf(insight)}>{t(wordOf(insight))}</StateChip>
      {due !== null && isWaiting && <span className={insight.late ? 'text-late' : ''}>{sayDue(due, today, t)}</span>}
      {theme !== null && (
        <Link to="/$ws/health/$figure" params={{ ws, figure: 'themes' }} className="hover:underline">
          <Chip>{t('insights.theme.is', { name: theme.name[language] })}</Chip>
        </Link>
      )}
      {objective !== null && (
        <Link to="/$ws/course/$objective" params={{ ws, objective: objective.id }} className="hover:underline">
          <Chip hue="cockpit">{t('insights.card.objective', { title: objective.title })}</Chip>
        </Link>
      )}
      <small>{t('insights.made', { name: insight.madeBy, day: format.dayOf(insight.madeAt, 'short') })}</small>
    </p>
  );
}
