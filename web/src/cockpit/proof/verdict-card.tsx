import type { ReactNode } from 'react';
import type { ProofView } from '#cockpit/proof/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import { ProofMark } from './proof-line.tsx';
import { amountText, changeText, weekText } from './say-proof.ts';

/** The verdict in words, first what it says, then what it is made from; before its day, when it comes. */
export function VerdictCard({ proof }: { readonly proof: ProofView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { verdict, reason, asExpected, state, dueDay, startDay, withdrawnWhy } = proof;
  return (
    <Lead>
      <p className="text-md font-semibold">
        <ProofMark proof={proof} />
      </p>
      {verdict === null && (
        <p>
          {state === 'withdrawn'
            ? t('proof.withdrawn_why', { why: withdrawnWhy ?? '' })
            : t(`proof.clock.${state === 'waiting' ? 'waiting' : 'running'}`, {
                start: format.day(startDay, 'long'),
                due: format.day(dueDay, 'long'),
              })}
        </p>
      )}
      {reason !== null && <p>{t(`proof.reason.${reason}`)}</p>}
      {asExpected !== null && <p>{t(asExpected ? 'proof.as_expected' : 'proof.not_as_expected')}</p>}
      {verdict !== null && <Numbers proof={proof} />}
      {verdict !== null && <p className="mt-2 text-soft">{t('proof.cannot_say')}</p>}
    </Lead>
  );
}

function Numbers({ proof }: { readonly proof: ProofView }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { told, figure, moreWeeks, verdict, arms, since, matters } = proof;
  if (told === null) return undefined;
  const week = (value: number): string => weekText(figure, value, speech);
  const change = (value: number): string => changeText(proof, value, speech);
  const { low, high } = told.changeRange;
  return (
    <div className="mt-1.5 grid gap-1">
      {arms === null ? (
        <p>
          {t('proof.numbers', {
            observed: week(told.observed),
            expected: week(told.expected),
            low: week(told.expectedRange.low),
            high: week(told.expectedRange.high),
          })}
        </p>
      ) : (
        <p>
          {t('proof.arms', {
            now: arms.now.drawn,
            nowCame: arms.now.came,
            later: arms.later.drawn,
            laterCame: arms.later.came,
          })}
        </p>
      )}
      <p>{t('proof.change', { change: change(told.change), low: change(low), high: change(high) })}</p>
      {verdict === 'cannot_tell' && (
        <p>
          {t('proof.visible', {
            visible: amountText(proof, told.visible, speech),
            matters: amountText(proof, matters, speech),
          })}{' '}
          {moreWeeks === null ? t('proof.more.never') : t('proof.more', { n: moreWeeks })}
        </p>
      )}
      {since !== null && (
        <p className="text-late">
          {t('proof.since', { n: since.weeks, verdict: t(`proof.verdict.${since.verdict}`) })}
        </p>
      )}
    </div>
  );
}
