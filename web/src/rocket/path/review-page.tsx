import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { lastOf } from '#web/cockpit/health/days.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { reviewQuery } from '#web/rocket/rocket-query.ts';
import { Decided, Heard } from './review-insights.tsx';
import { Objectives } from './review-objectives.tsx';
import { Effort } from './review-effort.tsx';

const route = getRouteApi('/$ws/rocket/review');

/** The first review: two pages to print and show, without the name of any member. */
export function ReviewPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const review = useQuery(reviewQuery(ws));
  // What is printed says each key result in the words of its figure: without them nothing is shown yet.
  const registry = useQuery(registryQuery(ws, useLanguage()));
  return (
    <Page
      title={t('path.review')}
      width="text"
      actions={
        <Button tone="main" onClick={() => window.print()}>
          <Printer aria-hidden size={14} />
          {t('check.print')}
        </Button>
      }
    >
      {(review.isPending || registry.isPending) && <Skeleton />}
      {review.isError && <ErrorNote error={review.error} onRetry={() => void review.refetch()} />}
      {registry.isError && <ErrorNote error={registry.error} onRetry={() => void registry.refetch()} />}
      {review.data !== undefined && !registry.isPending && <Review ws={ws} review={review.data} />}
    </Page>
  );
}

function Review({ ws, review }: { readonly ws: string; readonly review: ReviewView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { space, window } = review;
  return (
    <article className="grid gap-6">
      <p className="text-soft">
        <b className="text-ink">{space}</b> ·{' '}
        {t('path.review.days', { from: format.day(window.from), until: format.day(lastOf(window)) })}
      </p>
      <Objectives ws={ws} objectives={review.objectives} of={review.of.objectives} />
      <Heard ws={ws} insights={review.insights} of={review.of.insights} signals={review.signals} />
      <div className="grid gap-6 print:break-before-page">
        <Decided ws={ws} insights={review.insights} of={review.of.insights} />
        <Effort ws={ws} effort={review.effort} />
      </div>
    </article>
  );
}
