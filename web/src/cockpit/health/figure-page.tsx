import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Lead } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BadView } from './bad-view.tsx';
import { DefinitionButton } from './definition-button.tsx';
import { DiffersButton } from './differs-drawer.tsx';
import { Downloads } from './downloads/downloads.tsx';
import { FigureChart } from './figure-chart.tsx';
import { FigureDetailPart } from './figure-detail.tsx';
import { FigureElsewhere, FigureLeftOut, FigureMadeOf } from './figure-facts.tsx';
import { figureQuery, registryQuery } from './figures-query.ts';
import type { Asking } from './figures-query.ts';
import { HealthFilters } from './filters/health-filters.tsx';
import { FollowedBy } from './followed-by.tsx';
import { FigureNotes } from './notes/figure-notes.tsx';
import { useNotes } from './notes/use-notes.ts';
import { Remedy } from './remedy.tsx';
import { SideBySide } from './side-by-side.tsx';
import { useAsking, useHealthView, useSteps } from './use-view.ts';
import type { HealthView } from './view.ts';

const route = getRouteApi('/$ws/health/$figure');

/** All that the page of a figure asks for. */
function useFigure(ws: string, figure: string, view: HealthView) {
  const asking = useAsking(ws, view, { full: true });
  const found = useQuery({ ...figureQuery(figure, asking), enabled: !view.asked.isWrong });
  // What is kept while the next answer comes may be of another figure.
  const answer = found.data?.figure.id === figure ? found.data : undefined;
  const registry = useQuery(registryQuery(ws, asking.reader));
  const card = registry.data?.items.find(({ id }) => id === figure);
  const isUnknown = registry.data !== undefined && card === undefined;
  return { asking, found, answer, card, isUnknown, canDiffer: registry.data?.can.differ === true };
}

/** One figure: its course, what it is set against, what it is made of, and how it is defined. */
export function FigurePage(): ReactNode {
  const t = useWords();
  const { ws, figure } = route.useParams();
  const view = useHealthView();
  const { asking, found, answer, card, isUnknown, canDiffer } = useFigure(ws, figure, view);
  const steps = useSteps(ws, view, found.isPlaceholderData ? undefined : answer?.window);
  const notes = useNotes(ws, answer?.window, view.slice.place);
  if (isUnknown) return <Unknown ws={ws} />;
  return (
    <Page
      title={card?.name ?? t('health.figure')}
      aside={found.isPlaceholderData && t('health.computing')}
      actions={
        <>
          <LinkButton tone="quiet" to="/$ws/health" params={{ ws }} search={(before: object) => before}>
            {t('health.overview')}
          </LinkButton>
          <CopyButton text={window.location.href} label={t('health.copy_link')} />
          {answer !== undefined && <Downloads ws={ws} view={view} answer={answer} notes={notes.list} />}
          {answer !== undefined && <DefinitionButton ws={ws} answer={answer} />}
        </>
      }
      toolbar={<HealthFilters ws={ws} view={view} steps={steps} />}
    >
      <Answer ws={ws} view={view} asking={asking} answer={answer} found={found} notes={notes} canDiffer={canDiffer} />
    </Page>
  );
}

interface AnswerProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly asking: Asking;
  readonly answer: FigureAnswer | undefined;
  readonly found: UseQueryResult<FigureAnswer>;
  readonly notes: ReturnType<typeof useNotes>;
  readonly canDiffer: boolean;
}

function Answer({ answer, found, view, ...rest }: AnswerProps): ReactNode {
  if (view.asked.isWrong || found.error !== null)
    return <BadView view={view} error={found.error} onRetry={() => void found.refetch()} />;
  if (answer === undefined) return <Skeleton lines={6} />;
  return <Body {...rest} view={view} answer={answer} isStale={found.isPlaceholderData} />;
}

interface BodyProps extends Omit<AnswerProps, 'found' | 'answer'> {
  readonly answer: FigureAnswer;
  readonly isStale: boolean;
}

function Body({ ws, view, asking, answer, notes, canDiffer, isStale }: BodyProps): ReactNode {
  const isWithout = isWithoutAny(answer);
  return (
    <div aria-busy={isStale} className="grid gap-3.5 transition-opacity aria-busy:opacity-55">
      <Lead>
        <p>{answer.sentence}</p>
        <small className="block pt-0.5">{answer.figure.definition}</small>
        <Remedy ws={ws} value={answer.value} />
      </Lead>
      {/* In the order of reading: on a phone the value comes before its notes. */}
      <div className="grid items-start gap-3.5 large:grid-cols-[minmax(0,1fr)_22rem] large:grid-rows-[auto_1fr]">
        {!isWithout && <FigureChart answer={answer} notes={notes.list} />}
        <div className="grid min-w-0 gap-3.5 large:col-start-2 large:row-span-2 large:row-start-1">
          <SideBySide
            answer={answer}
            differs={canDiffer && !isWithout && <DiffersButton answer={answer} asking={asking} />}
          />
          <FigureMadeOf answer={answer} />
          <FigureLeftOut answer={answer} />
          <FollowedBy ws={ws} figure={answer.figure.id} />
        </div>
        <div className="grid min-w-0 gap-3.5 large:col-start-1">
          <FigureNotes ws={ws} list={notes.list} canAdd={notes.canAdd} window={answer.window} />
          <FigureDetailPart ws={ws} view={view} asking={asking} answer={answer} />
          <FigureElsewhere ws={ws} answer={answer} />
        </div>
      </div>
    </div>
  );
}

/** Neither a value nor a course: the sentence above says why, and there is nothing that another count could differ from. */
function isWithoutAny({ value, series }: FigureAnswer): boolean {
  return value.state === 'unavailable' && series.points.every((point) => point.value.state === 'unavailable');
}

function Unknown({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  return (
    <Page title={t('health.figure')}>
      <EmptyState
        why={t('health.bad.figure')}
        example={t('health.bad.figure.hint')}
        action={
          <LinkButton tone="main" to="/$ws/health" params={{ ws }}>
            {t('health.overview')}
          </LinkButton>
        }
      />
    </Page>
  );
}
