import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Signal, SignalsView } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
import { KIND_WORDS, STATE_WORDS } from '#web/bridge/signals/say-signal.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';

const SHOWN = 20;

/** What the field heard while it acted for a mandate; nothing is said while nothing was. */
export function HeardFor({ ws, mandate }: { readonly ws: string; readonly mandate: string }): ReactNode {
  const t = useWords();
  const heard = useQuery({
    queryKey: [ws, 'signals', 'mandate', mandate],
    queryFn: ({ signal }) => api.get<SignalsView>('/signals', { query: { mandate, limit: SHOWN }, signal }),
  });
  const items = heard.data?.items ?? [];
  if (items.length === 0) return undefined;
  return (
    <Card title={t('mandates.heard')}>
      <ul className="-mx-3.5 -mb-3">
        {items.map((signal) => (
          <HeardLine key={signal.id} ws={ws} signal={signal} />
        ))}
      </ul>
    </Card>
  );
}

function HeardLine({ ws, signal }: { readonly ws: string; readonly signal: Signal }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { kind, line, state, insight, raisedBy, raisedAt } = signal;
  return (
    <li className="grid gap-0.5 border-t border-line px-3.5 py-2">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <Chip hue="bridge">{t(KIND_WORDS[kind])}</Chip>
        <Link to="/$ws/signals" params={{ ws }} search={{ signal: signal.id }} className="font-medium hover:underline">
          {line}
        </Link>
      </span>
      <small>
        <Dots>
          {raisedBy}
          {format.dayOf(raisedAt, 'short')}
          {insight === null ? (
            t(STATE_WORDS[state])
          ) : (
            <Link to="/$ws/insights/$insight" params={{ ws, insight: insight.id }} className="link">
              {t('signals.in_insight', { statement: insight.statement })}
            </Link>
          )}
        </Dots>
      </small>
    </li>
  );
}
