import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MandateCard, MandateState } from '#bridge/mandates/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BoardCard } from './board-card.tsx';
import { mandatesQuery } from './mandates-query.ts';

const route = getRouteApi('/$ws/mandates');

interface Column {
  readonly id: 'draft' | 'talk' | 'live' | 'over';
  readonly title: WordKey;
  readonly states: readonly MandateState[];
}

const COLUMNS: readonly Column[] = [
  { id: 'draft', title: 'mandates.column.draft', states: ['draft'] },
  { id: 'talk', title: 'mandates.column.talk', states: ['given', 'discussed'] },
  { id: 'live', title: 'mandates.column.live', states: ['accepted', 'active'] },
  { id: 'over', title: 'mandates.column.over', states: ['done', 'judged', 'withdrawn'] },
];

/** What the field was asked, by where it stands. */
export function MandatesPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const navigate = useNavigate();
  const mandates = useQuery(mandatesQuery(ws));
  const mayCreate = mandates.data?.can.create === true;
  useShortcut('mandateNew', () => void navigate({ to: '/$ws/mandates/new', params: { ws } }), mayCreate);
  const { data } = mandates;
  return (
    <Page
      title={t('mandates.title')}
      actions={
        mayCreate && (
          <LinkButton tone="main" keys="n" to="/$ws/mandates/new" params={{ ws }}>
            <Plus aria-hidden size={14} />
            {t('mandates.new')}
          </LinkButton>
        )
      }
    >
      {mandates.isPending && <Skeleton />}
      {mandates.isError && <ErrorNote error={mandates.error} onRetry={() => void mandates.refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState
          why={t('mandates.none')}
          example={t('mandates.none.example')}
          action={
            mayCreate && (
              <LinkButton to="/$ws/mandates/new" params={{ ws }}>
                {t('mandates.none.do')}
              </LinkButton>
            )
          }
        />
      )}
      {data !== undefined && data.items.length > 0 && <Board ws={ws} items={data.items} />}
    </Page>
  );
}

function Board({ ws, items }: { readonly ws: string; readonly items: readonly MandateCard[] }): ReactNode {
  const t = useWords();
  return (
    <>
      <p className="max-w-[75ch] text-soft">{t('mandates.lead')}</p>
      <div className="grid items-start gap-3.5 wide:grid-cols-2 large:grid-cols-4">
        {COLUMNS.map(({ id, title, states }) => {
          const inside = items.filter(({ state }) => states.includes(state));
          return (
            <section key={id} aria-labelledby={`column-${id}`} className="grid min-w-0 gap-2">
              <h2 id={`column-${id}`} className="flex items-baseline gap-2 text-sm font-semibold text-soft">
                {t(title)}
                <span className="font-normal text-faint tabular-nums">{inside.length}</span>
              </h2>
              {inside.length === 0 ? (
                <p className="rounded-lg border border-dashed border-line px-3.5 py-3 text-sm text-faint">
                  {t(`mandates.column.${id}.none`)}
                </p>
              ) : (
                <ul className="grid gap-2">
                  {inside.map((mandate) => (
                    <BoardCard key={mandate.id} ws={ws} mandate={mandate} />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}
