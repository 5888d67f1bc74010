import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Signal, Similar } from '#bridge/signals/wire.ts';
import { useMinute } from '#web/app/clock.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { Dots } from '#web/ui/dots.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { ForMandate } from './for-mandate.tsx';
import { KIND_WORDS } from './say-signal.ts';
import { SimilarList } from './similar-list.tsx';
import { signalQuery } from './signals-query.ts';
import type { SortAct } from './sort-dialogs.tsx';
import { useSort } from './use-sort.ts';

interface TriageItemProps {
  readonly ws: string;
  readonly signal: Signal;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly maySort: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  /** Chooses another one together with this one. */
  readonly onWith: (id: string) => void;
  readonly onAct: (act: SortAct) => void;
}

/** One signal that waits; the open one shows its evidence, what is like it and what to do with it. */
export function TriageItem(props: TriageItemProps): ReactNode {
  const { signal, isOpen, isChosen, maySort, onOpen, onToggle } = props;
  const t = useWords();
  const format = useFormat();
  const now = useMinute();
  return (
    <li
      aria-current={isOpen || undefined}
      className={cx(
        'grid gap-2 rounded-lg border bg-card px-3.5 py-2.5',
        isOpen ? 'border-bridge' : 'border-line',
        isChosen && 'bg-bridge-wash',
      )}
    >
      <div className="flex items-start gap-2">
        {maySort && (
          <span className="pt-0.5">
            <Checkbox
              label={<span className="sr-only">{t('signals.choose', { line: signal.line })}</span>}
              checked={isChosen}
              onChange={onToggle}
            />
          </span>
        )}
        <div className="grid min-w-0 flex-1 gap-0.5">
          <button
            type="button"
            onClick={onOpen}
            aria-expanded={isOpen}
            className="text-left font-medium hover:underline"
          >
            {signal.line}
          </button>
          <small className="flex flex-wrap items-center gap-x-1.5">
            <Chip hue="bridge">{t(KIND_WORDS[signal.kind])}</Chip>
            <Dots>
              {signal.raisedBy}
              {format.ago(signal.raisedAt, now)}
              {signal.evidence.length > 1 && t('signals.evidence.count', { n: signal.evidence.length })}
            </Dots>
          </small>
        </div>
      </div>
      {isOpen && <Opened {...props} />}
    </li>
  );
}

function Opened({ ws, signal, maySort, onWith, onAct }: TriageItemProps): ReactNode {
  const t = useWords();
  const { data } = useQuery(signalQuery(ws, signal.id));
  const sort = useSort(ws);
  const into = ({ insight }: Similar): void => {
    if (insight !== null) sort.merge([signal], insight.id).catch((error: unknown) => sayProblem(error, t));
  };
  return (
    <div className="grid gap-3">
      <ForMandate ws={ws} mandate={signal.mandate} />
      {signal.evidence.map((evidence) => (
        <EvidenceQuote key={evidence.id} ws={ws} evidence={evidence} />
      ))}
      {data !== undefined && data.similar.length > 0 && (
        <SimilarList
          ws={ws}
          items={data.similar}
          action={(similar) =>
            maySort && (
              <Button onClick={() => (similar.insight === null ? onWith(similar.id) : into(similar))}>
                {t(similar.insight === null ? 'signals.with' : 'signals.merge.here')}
              </Button>
            )
          }
        />
      )}
      {maySort && (
        <div className="flex flex-wrap gap-1.5">
          <Button tone="bridge" keys="n" onClick={() => onAct('insight')}>
            {t('signals.insight.do')}
          </Button>
          <Button keys="m" onClick={() => onAct('merge')}>
            {t('signals.merge.do')}
          </Button>
          <Button tone="quiet" keys="d" onClick={() => onAct('dismiss')}>
            {t('signals.dismiss.do')}
          </Button>
        </div>
      )}
    </div>
  );
}
