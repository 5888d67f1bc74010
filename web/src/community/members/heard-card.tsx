import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { HeardOfMember } from '#bridge/loop/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toast.tsx';

interface MemberHeardProps {
  readonly ws: string;
  readonly memberId: string;
  readonly name: string;
}

/** What a member said that came up, what was decided of it, what he was told and when, and whether he wants to be. */
export function MemberHeard({ ws, memberId, name }: MemberHeardProps): ReactNode {
  const t = useWords();
  const { data } = useQuery({
    queryKey: [ws, 'member', memberId, 'heard'],
    queryFn: ({ signal }) => api.get<HeardOfMember>(`/members/${memberId}/heard`, { signal }),
  });
  if (data === undefined || (data.signals.length === 0 && data.told.length === 0 && !data.silent)) return undefined;
  return (
    <Card title={t('loop.member.title')}>
      <div className="grid gap-2.5">
        {data.signals.length > 0 && (
          <ul className="grid gap-2">
            {data.signals.map((signal) => (
              <Said key={signal.id} ws={ws} signal={signal} />
            ))}
          </ul>
        )}
        {data.told.map((one) => (
          <Told key={`${one.insight.id}${one.at}`} ws={ws} told={one} />
        ))}
        <Silence ws={ws} memberId={memberId} name={name} silent={data.silent} may={data.can.silence} />
      </div>
    </Card>
  );
}

function Said({ ws, signal }: { readonly ws: string; readonly signal: HeardOfMember['signals'][number] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, line, state, raisedAt, insight } = signal;
  return (
    <li className="grid gap-0.5">
      <Link to="/$ws/signals" params={{ ws }} search={{ signal: id }} className="font-medium hover:underline">
        {line}
      </Link>
      <small>
        {format.dayOf(raisedAt, 'short')} ·{' '}
        {insight === null ? (
          t(`signals.state.${state}`)
        ) : (
          <Link to="/$ws/insights/$insight" params={{ ws, insight: insight.id }} className="link">
            {insight.statement}
          </Link>
        )}
        {insight !== null && insight.answer !== null && (
          <>
            {' '}
            ·{' '}
            <Link to="/$ws/decisions/$decision" params={{ ws, decision: insight.id }} className="link">
              {t(`loop.member.answer.${insight.answer}`)}
            </Link>
          </>
        )}
      </small>
    </li>
  );
}

function Told({ ws, told }: { readonly ws: string; readonly told: HeardOfMember['told'][number] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const words = { name: told.by, day: format.dayOf(told.at, 'short') };
  return (
    <p className="text-soft">
      {t(told.delivered ? 'loop.member.told_delivered' : 'loop.member.told', words)}{' '}
      <Link to="/$ws/loop/$insight" params={{ ws, insight: told.insight.id }} className="link">
        {told.insight.statement}
      </Link>
    </p>
  );
}

interface SilenceProps extends MemberHeardProps {
  readonly silent: boolean;
  readonly may: boolean;
}

/** Whether he wants to be told; chosen here, taken back by one press. */
function Silence({ ws, memberId, name, silent, may }: SilenceProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const choose = async (next: boolean, undo?: () => void): Promise<void> => {
    setBusy(true);
    try {
      await api.put(`/members/${memberId}/silence`, { silent: next });
      say(t(next ? 'loop.silenced' : 'loop.unsilenced', { name }), undo === undefined ? {} : { undo });
    } catch (error) {
      sayProblem(error, t);
    } finally {
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: [ws] });
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      {silent ? <p>{t('loop.member.silent')}</p> : <span />}
      {may && (
        <Button tone="quiet" busy={busy} onClick={() => void choose(!silent, () => void choose(silent))}>
          {t(silent ? 'loop.member.speak' : 'loop.silence')}
        </Button>
      )}
    </div>
  );
}
