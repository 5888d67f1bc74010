import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { pathQuery } from '#web/rocket/rocket-query.ts';
import { StepList } from './step-list.tsx';

const route = getRouteApi('/$ws/rocket/path');

/** Twelve steps from a field alone to the whole rocket, and the shorter way for somebody without a mandate. */
export function PathPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const path = useQuery(pathQuery(ws));
  return (
    <Page
      title={t('path.title')}
      actions={
        <LinkButton to="/$ws/check" params={{ ws }}>
          {t('check.title')}
        </LinkButton>
      }
    >
      <p className="max-w-[70ch] text-soft">{t('path.lead')}</p>
      {path.isPending && <Skeleton />}
      {path.isError && <ErrorNote error={path.error} onRetry={() => void path.refetch()} />}
      {path.data !== undefined && (
        <div className="grid items-start gap-4 large:grid-cols-[minmax(0,1fr)_24rem]">
          <Card>
            <Progress
              label={t('path.progress')}
              done={path.data.steps.filter(({ done }) => done).length}
              total={path.data.steps.length}
              unit={t('path.steps')}
            />
            <div className="mt-3">
              <StepList ws={ws} of="step" steps={path.data.steps} />
            </div>
          </Card>
          <Card title={t('path.proof')}>
            <p className="mb-1 text-soft">{t('path.proof.lead')}</p>
            <StepList ws={ws} of="proof" steps={path.data.proof} />
            <LinkButton to="/$ws/rocket/review" params={{ ws }} className="mt-2">
              {t('path.review.see')}
            </LinkButton>
          </Card>
        </div>
      )}
    </Page>
  );
}
