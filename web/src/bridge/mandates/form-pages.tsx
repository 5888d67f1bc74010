import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MandateParts, MandateView } from '#bridge/mandates/wire.ts';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { draftOf, freshDraft } from './draft.ts';
import { MandateForm } from './mandate-form.tsx';
import { mandateQuery, partsQuery, registryQuery } from './mandates-query.ts';
import { stepIn } from './size.ts';

const newRoute = getRouteApi('/$ws/mandates/new');
const editRoute = getRouteApi('/$ws/mandates/$mandate/edit');

/** Writes a new mandate. */
export function NewMandatePage(): ReactNode {
  const t = useWords();
  const { ws } = newRoute.useParams();
  const { objective } = newRoute.useSearch();
  const language = useLanguage();
  const parts = useQuery(partsQuery(ws));
  const figures = useQuery(registryQuery(ws, language));
  const failed = [parts, figures].find(({ isError }) => isError);
  const isThere = parts.data !== undefined && figures.data !== undefined;
  return (
    <Page title={t('mandates.new')}>
      {failed !== undefined && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isThere && <Skeleton />}
      {isThere && parts.data.objectives.length === 0 && (
        <EmptyState
          why={t('mandates.no_objective')}
          example={t('mandates.no_objective.example')}
          action={
            <LinkButton to="/$ws/course" params={{ ws }}>
              {t('mandates.no_objective.do')}
            </LinkButton>
          }
        />
      )}
      {isThere && parts.data.objectives.length > 0 && (
        <MandateForm
          ws={ws}
          parts={parts.data}
          figures={figures.data.items}
          start={freshDraft(parts.data, objective)}
        />
      )}
    </Page>
  );
}

/** Changes a draft, or answers a discussion with other terms. */
export function EditMandatePage(): ReactNode {
  const t = useWords();
  const { ws, mandate: id } = editRoute.useParams();
  const language = useLanguage();
  const parts = useQuery(partsQuery(ws));
  const figures = useQuery(registryQuery(ws, language));
  // Asked anew: what is changed must be what stands there now.
  const mandate = useQuery({ ...mandateQuery(ws, id), staleTime: 0, refetchOnWindowFocus: false });
  const failed = [parts, figures, mandate].find(({ isError }) => isError);
  const found = mandate.isFetchedAfterMount ? mandate.data : undefined;
  const isThere = parts.data !== undefined && figures.data !== undefined && found !== undefined;
  return (
    <Page title={t(found?.can.answer === true ? 'mandates.answer' : 'mandates.edit')}>
      {failed !== undefined && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isThere && <Skeleton />}
      {isThere && <Editor key={found.id} ws={ws} parts={parts.data} figures={figures.data.items} mandate={found} />}
    </Page>
  );
}

interface EditorProps {
  readonly ws: string;
  readonly parts: MandateParts;
  readonly figures: readonly FigureCard[];
  readonly mandate: MandateView;
}

function Editor({ mandate: latest, figures, ...rest }: EditorProps): ReactNode {
  const t = useWords();
  // As it was opened: what others make of it meanwhile is told when one saves, and takes no word away.
  const [mandate] = useState(latest);
  if (!mandate.can.change && !mandate.can.answer)
    return <EmptyState why={t('mandates.closed')} example={t('mandates.closed.example')} />;
  return <MandateForm {...rest} figures={figures} start={draftOf(mandate, stepIn(figures))} mandate={mandate} />;
}
