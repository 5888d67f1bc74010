import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { InsightLine, State } from '#bridge/insights/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BoardCard } from './board-card.tsx';
import { insightsQuery } from './insights-query.ts';
import { NewInsight } from './new-insight.tsx';

const route = getRouteApi('/$ws/insights');

interface Column {
  readonly id: string;
  readonly title: WordKey;
  readonly empty: WordKey;
  readonly states: readonly State[];
}

const COLUMNS: readonly Column[] = [
  { id: 'draft', title: 'insights.column.draft', empty: 'insights.column.draft.empty', states: ['draft'] },
  { id: 'waiting', title: 'insights.column.waiting', empty: 'insights.column.waiting.empty', states: ['submitted'] },
  { id: 'decided', title: 'insights.column.decided', empty: 'insights.column.decided.empty', states: ['decided'] },
  { id: 'done', title: 'insights.column.done', empty: 'insights.column.done.empty', states: ['delivered', 'told'] },
];

/** What was made of signals, by where it stands on its way to a decision and back. */
export function InsightsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const [isMaking, setMaking] = useState(false);
  const insights = useQuery(insightsQuery(ws));
  const { data } = insights;
  const mayWrite = data?.can.write === true;
  useShortcut('insightNew', () => setMaking(true), mayWrite);
  return (
    <Page
      title={t('insights.title')}
      actions={
        mayWrite && (
          <Button tone="main" keys="n" onClick={() => setMaking(true)}>
            <Plus aria-hidden size={14} />
            {t('insights.new')}
          </Button>
        )
      }
    >
      {insights.isPending && <Skeleton />}
      {insights.isError && <ErrorNote error={insights.error} onRetry={() => void insights.refetch()} />}
      {data !== undefined && data.items.length === 0 && <NoInsight ws={ws} />}
      {data !== undefined && data.items.length > 0 && <Board ws={ws} items={data.items} />}
      {isMaking && <NewInsight ws={ws} onClose={() => setMaking(false)} />}
    </Page>
  );
}

function Board({ ws, items }: { readonly ws: string; readonly items: readonly InsightLine[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="grid items-start gap-3 wide:grid-cols-2 large:grid-cols-4">
      {COLUMNS.map(({ id, title, empty, states }) => {
        const there = items.filter(({ state }) => states.includes(state));
        return (
          <section key={id} aria-labelledby={`insights-${id}`} className="grid gap-2">
            <h2 id={`insights-${id}`} className="flex items-baseline justify-between text-sm font-semibold text-soft">
              {t(title)} <span className="tabular-nums">{format.number(there.length)}</span>
            </h2>
            {there.map((insight) => (
              <BoardCard key={insight.id} ws={ws} insight={insight} />
            ))}
            {there.length === 0 && (
              <small className="rounded-lg border border-dashed border-line px-3 py-2.5">{t(empty)}</small>
            )}
          </section>
        );
      })}
    </div>
  );
}

function NoInsight({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  return (
    <EmptyState
      why={t('insights.none')}
      example={t('insights.none.example')}
      action={
        <LinkButton to="/$ws/signals" params={{ ws }}>
          {t('insights.none.do')}
        </LinkButton>
      }
    />
  );
}
