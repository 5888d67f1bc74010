import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Register } from '#bridge/register/wire.ts';
import { download } from '#web/app/download.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useToday } from '#web/app/today.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Page } from '#web/ui/page.tsx';
import { PeriodPicker } from '#web/ui/period-picker.tsx';
import { periodOf, periodText } from '#web/ui/period.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { DecisionLine } from './decision-line.tsx';
import { registerQuery } from './decisions-query.ts';
import { windowOf } from './window-of.ts';

const route = getRouteApi('/$ws/decisions');

const STANDINGS = ['overdue', 'awaiting', 'sent_back', 'postponed', 'agreed', 'declined', 'delivered', 'told'] as const;

/** The register of decisions: what waits for whom, what was answered, and whether members know. */
export function DecisionsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const [view, setView] = useUrlState();
  const today = useToday();
  const { q, state, owner, objective } = view;
  const filter = { q, state, owner, objective, ...windowOf(periodOf(view['period'] ?? 'all'), today) };
  const register = useInfiniteQuery({ ...registerQuery(ws, filter), placeholderData: keepPreviousData });
  const pages = register.data?.pages ?? [];
  const save = (): void =>
    void download('/decisions/export', filter, 'decisions.csv').catch((error: unknown) => sayProblem(error, t));
  return (
    <Page
      title={t('decisions.title')}
      actions={
        <Button onClick={save}>
          <Download aria-hidden size={14} />
          {t('decisions.export')}
        </Button>
      }
      toolbar={<Filters view={view} onChange={setView} register={pages[0]} />}
    >
      {register.isPending && <Skeleton />}
      {register.isError && <ErrorNote error={register.error} onRetry={() => void register.refetch()} />}
      {register.isSuccess && (
        <Lines ws={ws} pages={pages} isFiltered={isFiltered(view)} onClear={() => setView(NO_FILTER)} />
      )}
      {register.hasNextPage && (
        <Button
          busy={register.isFetchingNextPage}
          onClick={() => void register.fetchNextPage()}
          className="justify-self-center"
        >
          {t('decisions.more')}
        </Button>
      )}
    </Page>
  );
}

const NO_FILTER = { q: undefined, state: undefined, owner: undefined, objective: undefined, period: undefined };

function isFiltered(view: UrlState): boolean {
  return Object.keys(NO_FILTER).some((name) => view[name] !== undefined);
}

interface FiltersProps {
  readonly view: UrlState;
  readonly onChange: (change: UrlState) => void;
  /** What there is to choose from; undefined while it is on its way. */
  readonly register: Register | undefined;
}

function Filters({ view, onChange, register }: FiltersProps): ReactNode {
  const t = useWords();
  const period = periodOf(view['period'] ?? 'all');
  const { counts, owners, objectives } = register ?? { owners: [], objectives: [] };
  return (
    <FilterBar
      searchId="q"
      values={view}
      onChange={onChange}
      filters={[
        {
          id: 'state',
          label: t('decisions.filter.state'),
          options: STANDINGS.map((value) => ({
            value,
            // Nobody knows how many before the list is there.
            label: t(`decisions.is.${value}`) + (counts === undefined ? '' : ` (${String(counts[value] ?? 0)})`),
          })),
        },
        {
          id: 'owner',
          label: t('decisions.filter.owner'),
          options: [
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'outside', label: t('decisions.filter.outside') },
          ],
        },
        {
          id: 'objective',
          label: t('decisions.filter.objective'),
          options: objectives.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]}
    >
      <PeriodPicker value={period} onChange={(next) => onChange({ period: periodText(next) })} />
    </FilterBar>
  );
}

interface LinesProps {
  readonly ws: string;
  readonly pages: readonly Register[];
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function Lines({ ws, pages, isFiltered: narrowed, onClear }: LinesProps): ReactNode {
  const t = useWords();
  const rows = pages.flatMap(({ items }) => items);
  if (rows.length === 0)
    return (
      <EmptyState
        why={narrowed ? t('decisions.none.filtered') : t('decisions.none')}
        example={narrowed ? undefined : t('decisions.none.example')}
        action={
          narrowed ? (
            <Button onClick={onClear}>{t('decisions.none.clear')}</Button>
          ) : (
            <LinkButton to="/$ws/insights" params={{ ws }}>
              {t('decisions.none.do')}
            </LinkButton>
          )
        }
      />
    );
  return (
    <ul aria-label={t('decisions.title')} className="rounded-lg border border-line bg-card">
      {rows.map((row) => (
        <DecisionLine key={row.id} ws={ws} row={row} />
      ))}
    </ul>
  );
}
