import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RegisterRow } from '#bridge/register/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Dots } from '#web/ui/dots.tsx';
import { StandingChip } from './standing-chip.tsx';

/** One line of the register: what it is about, whose it is, where it stands, how long it waited. */
export function DecisionLine({ ws, row }: { readonly ws: string; readonly row: RegisterRow }): ReactNode {
  const t = useWords();
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line px-3.5 py-2.5 first:border-t-0 wide:grid-cols-[minmax(0,1fr)_13rem_15rem]">
      <div className="grid min-w-0 gap-0.5">
        <Link to="/$ws/decisions/$decision" params={{ ws, decision: row.id }} className="font-semibold hover:underline">
          {row.statement}
        </Link>
        <small>
          <Dots>
            {row.isDecided && row.last !== null ? (
              t('decisions.by', { name: row.last.by })
            ) : (
              <OwnerWords owner={row.owner} />
            )}
            {row.objective !== null && <Serves ws={ws} objective={row.objective} />}
          </Dots>
        </small>
        {row.last !== null && <p className="line-clamp-2 text-soft">{row.last.reason}</p>}
      </div>
      <div className="grid gap-0.5">
        <StandingChip standing={row.standing} />
        <DueWords row={row} />
      </div>
      <div className="grid gap-0.5 wide:text-right">
        <span className="tabular-nums">
          <DaysWords row={row} />
        </span>
        <small>
          <AskersWords row={row} />
        </small>
      </div>
    </li>
  );
}

/** The objective it serves, with a way there. */
export function Serves({
  ws,
  objective: { id, title },
}: {
  readonly ws: string;
  readonly objective: NonNullable<RegisterRow['objective']>;
}): ReactNode {
  const t = useWords();
  return (
    <Link to="/$ws/course/$objective" params={{ ws, objective: id }} className="hover:underline">
      {t('decisions.serves', { title })}
    </Link>
  );
}

/** Who decides. */
export function OwnerWords({ owner }: { readonly owner: RegisterRow['owner'] }): ReactNode {
  const t = useWords();
  if (owner === null) return t('decisions.owner.none');
  if (owner.kind === 'outside') return t('decisions.owner.outside', { name: owner.name });
  return owner.hasLeft ? t('decisions.owner.left', { name: owner.name }) : t('decisions.owner', { name: owner.name });
}

function DueWords({ row: { standing, due, deliveredOn, last } }: { readonly row: RegisterRow }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (deliveredOn !== null) return <small>{t('decisions.delivered.on', { day: format.day(deliveredOn) })}</small>;
  if (standing === 'postponed' && due !== null) return <small>{t('decisions.until', { day: format.day(due) })}</small>;
  if (['overdue', 'awaiting'].includes(standing) && due !== null)
    return <small>{t('decisions.due', { day: format.day(due) })}</small>;
  return last === null ? null : <small>{t('decisions.answered', { day: format.dayOf(last.at, 'short') })}</small>;
}

function DaysWords({ row: { days, isDecided } }: { readonly row: RegisterRow }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (days === null) return null;
  const n = Math.floor(days);
  const text = format.number(n, 0);
  return t(isDecided ? 'decisions.took' : 'decisions.waits', { n, days: text });
}

function AskersWords({ row: { askers, toTell } }: { readonly row: RegisterRow }): ReactNode {
  const t = useWords();
  if (askers === null) return t('decisions.askers.few');
  if (toTell === null) return t('decisions.askers', { n: askers });
  return (
    <Dots className="wide:justify-end">
      {t('decisions.askers', { n: askers })}
      {t('decisions.to_tell', { n: toTell })}
    </Dots>
  );
}
