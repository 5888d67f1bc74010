import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightView, SignalOfInsight } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { EvidenceQuote } from '#web/bridge/signals/evidence-quote.tsx';
import { ForMandate } from '#web/bridge/signals/for-mandate.tsx';
import { KIND_WORDS } from '#web/bridge/signals/say-signal.ts';
import { useSort } from '#web/bridge/signals/use-sort.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';

interface QuotesProps {
  readonly ws: string;
  readonly insight: InsightView;
}

/** What stands for an insight: its signals, each with what was said. */
export function Quotes({ ws, insight }: QuotesProps): ReactNode {
  const t = useWords();
  if (insight.signals.length === 0) {
    return (
      <EmptyState
        why={t('insights.quotes.none')}
        example={t('insights.quotes.none.example')}
        action={
          <LinkButton to="/$ws/signals" params={{ ws }}>
            {t('insights.none.do')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <Card title={t('insights.quotes')} aside={t('insights.quotes.count', { n: insight.signals.length })}>
      <div className="grid gap-4">
        {insight.signals.map((signal) => (
          <Signal key={signal.id} ws={ws} signal={signal} mayTakeOut={insight.can.write} />
        ))}
      </div>
    </Card>
  );
}

interface SignalProps {
  readonly ws: string;
  readonly signal: SignalOfInsight;
  readonly mayTakeOut: boolean;
}

function Signal({ ws, signal, mayTakeOut }: SignalProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const sort = useSort(ws);
  return (
    <section className="grid gap-2 break-inside-avoid">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Chip hue="bridge">{t(KIND_WORDS[signal.kind])}</Chip>
        <h3 className="min-w-0 font-medium">
          <Link to="/$ws/signals" params={{ ws }} search={{ signal: signal.id }} className="hover:underline">
            {signal.line}
          </Link>
        </h3>
        <small>
          <Dots>
            {signal.raisedBy}
            {format.dayOf(signal.raisedAt, 'short')}
          </Dots>
        </small>
        {mayTakeOut && (
          <Button tone="quiet" className="no-print ml-auto" onClick={() => void sort.reopen(signal)}>
            {t('insights.take_out')}
          </Button>
        )}
      </header>
      <ForMandate ws={ws} mandate={signal.mandate} />
      {signal.evidence.map((evidence) => (
        <EvidenceQuote key={evidence.id} ws={ws} evidence={evidence} />
      ))}
    </section>
  );
}

/** What says otherwise: without it, an insight is only what one wanted to hear. */
export function Counters({ ws, insight }: QuotesProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const isOpen = insight.state === 'draft' || insight.state === 'submitted';
  const remove = async (id: string): Promise<void> => {
    try {
      await api.delete(`/insights/${insight.id}/counters/${id}`);
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
  };
  return (
    <Card title={t('insights.counters')}>
      {insight.counters.length === 0 ? (
        <p className="text-soft">{t(isOpen ? 'insights.counters.none' : 'insights.counters.none.closed')}</p>
      ) : (
        <div className="grid gap-3">
          {insight.counters.map((evidence) => (
            <EvidenceQuote
              key={evidence.id}
              ws={ws}
              evidence={evidence}
              action={
                insight.can.write && (
                  <Button tone="quiet" className="no-print" onClick={() => void remove(evidence.id)}>
                    {t('insights.counters.remove')}
                  </Button>
                )
              }
            />
          ))}
        </div>
      )}
    </Card>
  );
}
