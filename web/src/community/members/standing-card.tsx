import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MemberStanding, Standing } from '#cockpit/standing/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

interface StandingCardProps {
  readonly ws: string;
  readonly memberId: string;
}

/** Where a member stands between arriving and leaving, and by what he wrote one knows it. */
export function StandingCard({ ws, memberId }: StandingCardProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const found = useQuery({
    queryKey: [ws, 'member', memberId, 'standing'],
    queryFn: ({ signal }) => api.get<MemberStanding>(`/members/${memberId}/standing`, { signal }),
  });
  const { standing, until } = found.data ?? {};
  return (
    <Card
      title={t('health-people.standing')}
      aside={typeof until === 'string' && t('health-people.standing.until', { day: format.day(dayBefore(until)) })}
    >
      {found.isPending && <Skeleton lines={2} />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {standing === null && <p className="text-soft">{t('health-people.standing.none')}</p>}
      {standing !== null && standing !== undefined && <Told standing={standing} />}
    </Card>
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function Told({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { state, ago, weeks, silence, atRisk } = standing;
  const [first, last] = [format.day(standing.first), format.day(standing.last)];
  return (
    <>
      <p className="font-medium">{t(`health-people.state.${state}`)}</p>
      <p className="text-soft">
        {t(`health-people.standing.${state}`, { first, last, ago, weeks, silence: silence ?? 0 })}
      </p>
      {atRisk && <p className="text-soft">{t('health-people.standing.at_risk')}</p>}
    </>
  );
}
