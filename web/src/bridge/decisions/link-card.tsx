import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MadeLink } from '#bridge/decisions/wire.ts';
import type { DecisionView } from '#bridge/register/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

/** The link by which somebody outside decides: made, shown once, taken back. */
export function LinkCard({ ws, one }: { readonly ws: string; readonly one: DecisionView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [address, setAddress] = useState<string>();
  const make = (): void =>
    run(async () => {
      const { token } = await api.post<MadeLink>(`/decisions/${one.id}/link`);
      setAddress(`${location.origin}/decide/${token}`);
      await queries.invalidateQueries({ queryKey: [ws, 'decisions'] });
    });
  const takeBack = (): void =>
    run(async () => {
      await api.delete(`/decisions/${one.id}/link`);
      setAddress(undefined);
      await queries.invalidateQueries({ queryKey: [ws, 'decisions'] });
      say(t('decisions.link.gone'));
    });
  return (
    <Card title={t('decisions.link')}>
      <div className="grid justify-items-start gap-2">
        <ProblemRefusal problem={problem} />
        <p className="text-soft">
          {one.link === null
            ? t('decisions.link.none', { name: one.owner?.name ?? '' })
            : t('decisions.link.until', { name: one.owner?.name ?? '', day: format.dayOf(one.link.expiresAt) })}
        </p>
        {address !== undefined && (
          <>
            <code data-link className="max-w-full rounded-md bg-sunk px-2 py-1 text-sm break-all">
              {address}
            </code>
            <small>{t('decisions.link.shown_once')}</small>
          </>
        )}
        <div className="flex flex-wrap gap-2">
          {address !== undefined && <CopyButton text={address} label={t('decisions.link.copy')} />}
          <Button busy={busy} onClick={make}>
            {one.link === null ? t('decisions.link.make') : t('decisions.link.another')}
          </Button>
          {one.link !== null && (
            <Button tone="quiet" busy={busy} onClick={takeBack}>
              {t('decisions.link.take_back')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
