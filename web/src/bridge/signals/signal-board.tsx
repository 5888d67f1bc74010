import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Signal, SignalsView, State } from '#bridge/signals/wire.ts';
import { useMinute } from '#web/app/clock.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { Dots } from '#web/ui/dots.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { ForMandate } from './for-mandate.tsx';
import { KIND_WORDS, STATE_WORDS } from './say-signal.ts';
import { useSort } from './use-sort.ts';

const STATES = ['raised', 'merged', 'dismissed'] as const satisfies readonly State[];

interface SignalBoardProps {
  readonly ws: string;
  readonly items: readonly Signal[];
  readonly counts: SignalsView['counts'];
  /** The one the reader came for. */
  readonly meant: string | undefined;
}

/** What became of what was heard: waiting, in an insight, dismissed with its reason. */
export function SignalBoard({ ws, items, counts, meant }: SignalBoardProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="grid items-start gap-3 wide:grid-cols-3">
      {STATES.map((state) => (
        <section key={state} aria-labelledby={`signals-${state}`} className="grid gap-2">
          <h2 id={`signals-${state}`} className="flex items-baseline justify-between text-sm font-semibold text-soft">
            {t(STATE_WORDS[state])} <span className="tabular-nums">{format.number(counts[state])}</span>
          </h2>
          {items
            .filter((signal) => signal.state === state)
            .map((signal) => (
              <SignalCard key={signal.id} ws={ws} signal={signal} isMeant={signal.id === meant} />
            ))}
        </section>
      ))}
    </div>
  );
}

interface SignalCardProps {
  readonly ws: string;
  readonly signal: Signal;
  readonly isMeant: boolean;
}

function SignalCard({ ws, signal, isMeant }: SignalCardProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const now = useMinute();
  const sort = useSort(ws);
  const [first] = signal.evidence;
  return (
    <article
      ref={(card) => {
        if (isMeant) card?.scrollIntoView({ block: 'nearest' });
      }}
      className={cx('grid gap-1.5 rounded-lg border bg-card px-3 py-2.5', isMeant ? 'border-bridge' : 'border-line')}
    >
      <p className="font-medium">{signal.line}</p>
      <small className="flex flex-wrap items-center gap-x-1.5">
        <Chip hue="bridge">{t(KIND_WORDS[signal.kind])}</Chip>
        <Dots>
          {signal.raisedBy}
          {format.ago(signal.raisedAt, now)}
        </Dots>
      </small>
      <ForMandate ws={ws} mandate={signal.mandate} />
      {first !== undefined && <EvidenceQuote ws={ws} evidence={first} />}
      {signal.evidence.length > 1 && <small>{t('signals.evidence.count', { n: signal.evidence.length })}</small>}
      {signal.insight !== null && (
        <Link
          to="/$ws/insights/$insight"
          params={{ ws, insight: signal.insight.id }}
          className="text-bridge hover:underline"
        >
          {t('signals.in_insight', { statement: signal.insight.statement })}
        </Link>
      )}
      {signal.why !== null && <p className="text-soft">{t('signals.why', { why: signal.why })}</p>}
      {signal.can.reopen && signal.state !== 'raised' && (
        <Button tone="quiet" className="-ml-2.5 justify-self-start" onClick={() => void sort.reopen(signal)}>
          {t('signals.reopen')}
        </Button>
      )}
    </article>
  );
}
