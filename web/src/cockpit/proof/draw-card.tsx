import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { drawQuery } from './proof-query.ts';

/** Whom to greet now and whom later, as they were drawn; the latest arrived first. */
export function DrawCard({ ws, id }: { readonly ws: string; readonly id: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const draw = useQuery(drawQuery(ws, id));
  return (
    <Card title={t('proof.draw')}>
      <p className="text-soft">{t('proof.draw.lead')}</p>
      {draw.isPending && <Skeleton />}
      {draw.isError && <ErrorNote error={draw.error} onRetry={() => void draw.refetch()} />}
      {draw.data?.items.length === 0 && <p>{t('proof.draw.none')}</p>}
      <ul className="mt-1.5 grid gap-1">
        {draw.data?.items.map(({ memberId, name, arm, arrivedOn }) => (
          <li key={memberId} className="flex flex-wrap items-baseline gap-x-2">
            <Link to="/$ws/members/$member" params={{ ws, member: memberId }} className="link">
              {name}
            </Link>
            <Chip hue={arm === 'now' ? 'field' : 'plain'}>{t(`proof.arm.${arm}`)}</Chip>
            <small>{format.day(arrivedOn)}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
