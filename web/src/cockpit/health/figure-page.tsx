import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { saveText } from '#web/app/download.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Lead } from '#web/ui/card.tsx';
import { DefinitionDrawer } from '#web/ui/definition-drawer.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { definitionOf } from './definition.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureElsewhere, FigureLeftOut, FigureMadeOf } from './figure-facts.tsx';
import { figureQuery, registryQuery } from './figures-query.ts';
import { HealthFilters } from './health-filters.tsx';
import type { Speech } from './say-figure.ts';
import { SideBySide } from './side-by-side.tsx';
import { csvOf } from './series.ts';
import { useAsking, useHealthView, useSteps } from './use-view.ts';

const route = getRouteApi('/$ws/health/$figure');

/** One figure: its course, what it is set against, what it is made of, and how it is defined. */
export function FigurePage(): ReactNode {
  const t = useWords();
  const { ws, figure } = route.useParams();
  const view = useHealthView(ws);
  const asking = useAsking(ws, view, 'both');
  const found = useQuery({ ...figureQuery(figure, asking), enabled: view.days !== undefined });
  // What is kept while the next answer comes may be of another figure.
  const answer = found.data?.figure.id === figure ? found.data : undefined;
  const registry = useQuery(registryQuery(ws, asking.language));
  const name = registry.data?.items.find(({ id }) => id === figure)?.name;
  const steps = useSteps(view);
  return (
    <Page
      title={name ?? t('health.figure')}
      aside={found.isPlaceholderData && t('health.computing')}
      actions={
        <>
          <LinkButton tone="quiet" to="/$ws/health" params={{ ws }} search={(before: object) => before}>
            {t('health.all')}
          </LinkButton>
          {answer !== undefined && <Download ws={ws} answer={answer} />}
          {answer !== undefined && <DefinitionButton answer={answer} />}
        </>
      }
      toolbar={<HealthFilters ws={ws} view={view} steps={steps} />}
    >
      {view.error === null ? (
        <Answer ws={ws} answer={answer} found={found} />
      ) : (
        <ErrorNote error={view.error} onRetry={view.retry} />
      )}
    </Page>
  );
}

interface AnswerProps {
  readonly ws: string;
  readonly answer: FigureAnswer | undefined;
  readonly found: UseQueryResult<FigureAnswer>;
}

function Answer({ ws, answer, found }: AnswerProps): ReactNode {
  if (found.error !== null) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (answer === undefined) return <Skeleton lines={6} />;
  return <Body ws={ws} answer={answer} isStale={found.isPlaceholderData} />;
}

interface BodyProps {
  readonly ws: string;
  readonly answer: FigureAnswer;
  readonly isStale: boolean;
}

function Body({ ws, answer, isStale }: BodyProps): ReactNode {
  return (
    <div aria-busy={isStale} className="grid gap-3.5">
      <Lead>
        <p>{answer.sentence}</p>
        <small className="block pt-0.5">{answer.figure.definition}</small>
      </Lead>
      <div className="grid items-start gap-3.5 large:grid-cols-[minmax(0,1fr)_22rem] large:grid-rows-[auto_1fr]">
        <FigureChart answer={answer} />
        <div className="grid min-w-0 gap-3.5 large:row-span-2">
          <SideBySide answer={answer} />
          <FigureMadeOf answer={answer} />
          <FigureLeftOut answer={answer} />
        </div>
        <FigureElsewhere ws={ws} answer={answer} />
      </div>
    </div>
  );
}

function Download({ ws, answer }: { readonly ws: string; readonly answer: FigureAnswer }): ReactNode {
  const t = useWords();
  const { figure, window, series } = answer;
  const name = `${ws}-${figure.id}-${window.from}-${window.until}.csv`;
  return (
    <Button
      disabled={series.points.length === 0}
      onClick={() => saveText(csvOf(series.points), 'text/csv;charset=utf-8', name)}
    >
      {t('health.download')}
    </Button>
  );
}

/** The definition behind a button and behind `d`. */
function DefinitionButton({ answer }: { readonly answer: FigureAnswer }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const [open, setOpen] = useState(false);
  useShortcut('healthDefinition', () => setOpen(true));
  return (
    <>
      <Button keys="d" onClick={() => setOpen(true)}>
        {speech.t('health.definition')}
      </Button>
      <DefinitionDrawer definition={definitionOf(answer, speech)} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
