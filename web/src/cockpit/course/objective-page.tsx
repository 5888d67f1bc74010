import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ObjectivePage as Objective } from '#cockpit/course/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { objectiveQuery } from './course-query.ts';
import { draftOf } from './draft.ts';
import { Events } from './events.tsx';
import { Feeds } from './feeds.tsx';
import { ForecastRecord } from './forecast.tsx';
import { KeyResultCard } from './key-result-card.tsx';
import { KeyResultDialog } from './key-result-dialog.tsx';
import { Ending, Going } from './objective-acts.tsx';
import { ObjectiveDialog } from './objective-dialog.tsx';
import { Holding, ObjectiveState, Unmeasured } from './objective-row.tsx';
import { Suggested } from './suggested.tsx';
import { figuresFor } from './templates.ts';

const route = getRouteApi('/$ws/course/$objective');
const USUAL_FIGURE = 'active_members';

/** One objective: why, who, what measures it and how that went, and what happened to it. */
export function ObjectivePage(): ReactNode {
  const t = useWords();
  const { ws, objective: id } = route.useParams();
  const objective = useQuery(objectiveQuery(ws, useLanguage(), id));
  const [figure, setFigure] = useState<string>();
  const { data } = objective;
  return (
    <Page
      title={data?.title ?? t('course.title')}
      actions={
        <>
          <IconButton label={t('course.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          {data !== undefined && <Acts ws={ws} objective={data} onAdd={setFigure} />}
        </>
      }
    >
      {objective.isPending && <Skeleton />}
      {objective.isError && <ErrorNote error={objective.error} onRetry={() => void objective.refetch()} />}
      {data !== undefined && <Told ws={ws} objective={data} onSuggested={setFigure} />}
      {data !== undefined && figure !== undefined && (
        <KeyResultDialog ws={ws} objective={data} figure={figure} onClose={() => setFigure(undefined)} />
      )}
    </Page>
  );
}

interface ActsProps {
  readonly ws: string;
  readonly objective: Objective;
  readonly onAdd: (figure: string) => void;
}

/** What may be done now; the main button is what comes next: measuring it, then setting it going. */
function Acts({ ws, objective, onAdd }: ActsProps): ReactNode {
  const t = useWords();
  const [editing, setEditing] = useState(false);
  const { id, can, kind, keyResults } = objective;
  const add = (): void => onAdd(figuresFor(kind)[0] ?? USUAL_FIGURE);
  useShortcut('objectiveKeyResult', add, can.measure);
  useShortcut('objectiveEdit', () => setEditing(true), can.change);
  const isMeasured = can.start && keyResults.length > 0;
  return (
    <>
      {can.change && (
        <Button keys="e" onClick={() => setEditing(true)}>
          {t('course.edit')}
        </Button>
      )}
      {can.mandate && (
        <LinkButton to="/$ws/mandates/new" params={{ ws }} search={{ objective: id }}>
          {t('course.mandate')}
        </LinkButton>
      )}
      <Going ws={ws} objective={objective} />
      {can.measure && (
        <Button tone={isMeasured ? 'plain' : 'main'} keys="n" onClick={add}>
          <Plus aria-hidden size={14} />
          {t('course.key_result.add')}
        </Button>
      )}
      {editing && (
        <ObjectiveDialog ws={ws} start={draftOf(objective)} objective={objective} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

interface ToldProps {
  readonly ws: string;
  readonly objective: Objective;
  readonly onSuggested: (figure: string) => void;
}

function Told({ ws, objective, onSuggested }: ToldProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { today, reason, why, keyResults, state, endedAt, record } = objective;
  return (
    <>
      <section className="grid gap-2 rounded-lg border border-line bg-card px-4 py-3.5">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <ObjectiveState objective={objective} today={today} />
          {endedAt !== null && <small>{format.dayOf(endedAt, 'short')}</small>}
          <Holding objective={objective} />
          <Ending ws={ws} objective={objective} />
        </div>
        <p className="max-w-[75ch] whitespace-pre-line">{reason}</p>
        {why !== null && (
          <p className="max-w-[75ch] border-l-2 border-edge pl-3 whitespace-pre-line">{t('course.learnt', { why })}</p>
        )}
      </section>
      <section aria-labelledby="key-results" className="grid gap-2">
        <h2 id="key-results">{t('course.key_results')}</h2>
        {keyResults.length === 0 && state === 'live' && <Unmeasured state={state} />}
        {keyResults.length === 0 && <Suggested ws={ws} objective={objective} onChoose={onSuggested} />}
        <div className="grid gap-3 large:grid-cols-2">
          {keyResults.map((one) => (
            <KeyResultCard
              key={one.id}
              ws={ws}
              keyResult={one}
              today={today}
              isLive={state === 'live'}
              mayDrop={objective.can.measure}
            />
          ))}
        </div>
        {keyResults.some(({ forecast }) => forecast !== null) && <ForecastRecord record={record} />}
      </section>
      <Feeds ws={ws} feeds={objective.feeds} />
      <Events events={objective.events} />
    </>
  );
}
