import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Effort } from '#bridge/actions/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { effortQuery } from './actions-query.ts';

const DAY = 86_400_000;
/** Below it a share is told by its numbers. */
const ENOUGH = 20;

/** What the acts of these days served, in sentences. */
export function EffortLead({ ws }: { readonly ws: string }): ReactNode {
  const effort = useQuery(effortQuery(ws));
  if (effort.isError) return <ErrorNote error={effort.error} onRetry={() => void effort.refetch()} />;
  if (effort.data === undefined) return <Skeleton />;
  return <Told effort={effort.data} />;
}

function Told({ effort }: { readonly effort: Effort }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { counted, tiedShare, offplanShare, coverage, minutes, from, until } = effort;
  const all = counted.mandate + counted.house + counted.offplan + counted.unsorted;
  const meant = all - counted.house;
  const count = (n: number): string => format.number(n, 0);
  const share = (value: number | null, n: number, of: number): string =>
    value === null || of < ENOUGH ? t('actions.of', { n: count(n), of: count(of) }) : format.percent(value);
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
  return (
    <Lead hue="bridge">
      {all === 0 ? (
        <p>{t('actions.effort.none')}</p>
      ) : (
        <p className="text-md font-semibold">
          {tiedShare === null
            ? t('actions.effort.house_only', { n: all, count: count(all) })
            : t('actions.effort.tied', { share: share(tiedShare, counted.mandate, meant) })}
        </p>
      )}
      {all > 0 && (
        <p>
          {t('actions.effort.counts', {
            tied: count(counted.mandate),
            house: count(counted.house),
            offplan: count(counted.offplan),
            unsorted: count(counted.unsorted),
            share: share(offplanShare, counted.offplan + counted.unsorted, all),
          })}
        </p>
      )}
      <small>
        <Dots>
          {t('actions.effort.coverage', {
            covered: coverage.covered,
            n: coverage.hosts,
            hosts: count(coverage.hosts),
          })}
          {t('actions.effort.hours', {
            hours: format.number((minutes.mandate + minutes.house + minutes.offplan) / 60),
          })}
          {t('actions.effort.span', { from: format.day(from), last: format.day(last) })}
        </Dots>
      </small>
    </Lead>
  );
}
