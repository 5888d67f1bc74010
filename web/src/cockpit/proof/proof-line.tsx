import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProofLine as Line } from '#cockpit/proof/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { sizeText, STATE_MARKS, VERDICT_MARKS } from './say-proof.ts';

/** Its verdict, or where it stands on the way to it. */
export function ProofMark({ proof }: { readonly proof: Pick<Line, 'state' | 'verdict'> }): ReactNode {
  const t = useWords();
  const { state, verdict } = proof;
  return verdict === null ? (
    <StateChip state={STATE_MARKS[state]}>{t(`proof.state.${state}`)}</StateChip>
  ) : (
    <StateChip state={VERDICT_MARKS[verdict]}>{t(`proof.verdict.${verdict}`)}</StateChip>
  );
}

/** One proof: what was expected of which figure, from when on, and what came of it or when that is told. */
export function ProofLine({ ws, proof }: { readonly ws: string; readonly proof: Line }): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { id, title, figure, startDay, dueDay, state, withdrawnWhy, mandate } = proof;
  return (
    <li className="grid gap-1 border-t border-line px-4 py-3 break-inside-avoid first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <h3 className="text-md">
          <Link to="/$ws/proof/$proof" params={{ ws, proof: id }} className="hover:underline">
            {title}
          </Link>
        </h3>
        <ProofMark proof={proof} />
      </div>
      <p>{t('proof.expected_short', { figure: figure.name, size: sizeText(proof, speech) })}</p>
      <small>
        <Dots>
          {t('proof.from', { day: format.day(startDay) })}
          {state !== 'judged' && state !== 'withdrawn' && t('proof.due', { day: format.day(dueDay) })}
          {mandate !== null && t('proof.of_mandate', { intention: mandate.intention })}
          {withdrawnWhy !== null && t('proof.withdrawn_why', { why: withdrawnWhy })}
        </Dots>
      </small>
    </li>
  );
}
