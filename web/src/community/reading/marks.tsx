import { queryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Mark, MarksView } from '#bridge/marks/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

/** What messages became part of, asked once they are there. */
export const marksQuery = (ws: string, messageId: readonly string[]) =>
  queryOptions({
    queryKey: [ws, 'marks', messageId],
    queryFn: ({ signal }) => api.get<MarksView>('/marks', { query: { messageId }, signal }),
    enabled: messageId.length > 0,
  });

interface MarksProps {
  readonly ws: string;
  readonly mark: Mark;
}

/** Below a message: the mandate it was written for, and what was made of it, each with a way there. */
export function Marks({ ws, mark: { mandate, signals, against } }: MarksProps): ReactNode {
  const t = useWords();
  return (
    <ul aria-label={t('reading.marks')} className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-soft">
      {mandate !== null && (
        <li>
          {t('reading.mark.mandate')}{' '}
          <Link to="/$ws/mandates/$mandate" params={{ ws, mandate: mandate.id }} className="link">
            {mandate.intention}
          </Link>
        </li>
      )}
      {signals.map((signal) => (
        <SignalMark key={signal.id} ws={ws} signal={signal} />
      ))}
      {against.map(({ id, statement }) => (
        <li key={id}>
          {t('reading.mark.against')}{' '}
          <Link to="/$ws/insights/$insight" params={{ ws, insight: id }} className="link">
            {statement}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SignalMark({
  ws,
  signal: { id, line, insight },
}: {
  readonly ws: string;
  readonly signal: Mark['signals'][number];
}): ReactNode {
  const t = useWords();
  return (
    <li>
      {t('reading.mark.signal')}{' '}
      <Link to="/$ws/signals" params={{ ws }} search={{ signal: id }} className="link">
        {line}
      </Link>
      {insight !== null && (
        <>
          {' → '}
          <Link to="/$ws/insights/$insight" params={{ ws, insight: insight.id }} className="link">
            {insight.statement}
          </Link>
        </>
      )}
    </li>
  );
}

/** What members of this thread were told of, above its messages. */
export function ToldHere({ ws, told }: { readonly ws: string; readonly told: MarksView['told'] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (told.length === 0) return undefined;
  return (
    <ul className="grid gap-0.5 text-sm text-soft">
      {told.map(({ insight, at }) => (
        <li key={insight.id}>
          {t('reading.mark.told', { day: format.dayOf(at, 'short') })}{' '}
          <Link to="/$ws/loop/$insight" params={{ ws, insight: insight.id }} className="link">
            {insight.statement}
          </Link>
        </li>
      ))}
    </ul>
  );
}
