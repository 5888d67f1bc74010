import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MandateCard } from '#bridge/mandates/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Dots } from '#web/ui/dots.tsx';
import { lastDayOf } from './days.ts';
import { Effort } from './effort.tsx';
import { MandateChip } from './say-state.tsx';

/** One mandate on the board: what is asked, for what, of whom, until when, and how far it is. */
export function BoardCard({ ws, mandate }: { readonly ws: string; readonly mandate: MandateCard }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, intention, objective, host, untilDay, waits } = mandate;
  return (
    <li className="relative grid gap-1.5 rounded-lg border border-line bg-card px-3.5 py-3 hover:border-edge">
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <MandateChip {...mandate} />
        {waits !== null && <small>{t(`mandates.waits.${waits}`)}</small>}
      </span>
      <Link
        to="/$ws/mandates/$mandate"
        params={{ ws, mandate: id }}
        className="font-medium after:absolute after:inset-0 after:rounded-lg"
      >
        {intention}
      </Link>
      <small className="text-bridge">{t('mandates.serves', { objective: objective.title })}</small>
      <small>
        <Dots>
          {host.hasLeft ? t('mandates.host.left', { name: host.name }) : host.name}
          {t('mandates.until', { day: format.day(lastDayOf(untilDay)) })}
        </Dots>
      </small>
      <Effort {...mandate} />
    </li>
  );
}
