import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MandateList } from '#bridge/mandates/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { lastDayOf } from './days.ts';
import { Effort } from './effort.tsx';
import { MandateChip } from './say-state.tsx';

interface MandatesOfProps {
  readonly ws: string;
  readonly objective: string;
}

/** The mandates given for an objective, on its page: what the field does for it. */
export function MandatesOf({ ws, objective }: MandatesOfProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: [ws, 'mandates', 'of', objective],
    queryFn: ({ signal }) => api.get<MandateList>('/mandates', { query: { objective }, signal }),
  });
  if (data === undefined) return null;
  return (
    <Card
      title={t('mandates.of')}
      aside={
        <Link to="/$ws/mandates" params={{ ws }} className="link no-print">
          {t('mandates.all')}
        </Link>
      }
    >
      {data.items.length === 0 && <p className="text-soft">{t('mandates.of.none')}</p>}
      <ul className="grid gap-3 wide:grid-cols-2">
        {data.items.map((mandate) => (
          <li key={mandate.id} className="grid content-start gap-1">
            <Link to="/$ws/mandates/$mandate" params={{ ws, mandate: mandate.id }} className="link font-medium">
              {mandate.intention}
            </Link>
            <small>
              <MandateChip {...mandate} /> · {mandate.host.name} ·{' '}
              {t('mandates.until', { day: format.day(lastDayOf(mandate.untilDay)) })}
            </small>
            <Effort {...mandate} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
