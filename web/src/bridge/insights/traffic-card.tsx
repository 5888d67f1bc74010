import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightView, Traffic, Unread } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';
import { raise } from '#web/app/raise.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { When } from '#web/ui/when.tsx';
import { unreadQuery } from './insights-query.ts';

interface TrafficCardProps {
  readonly ws: string;
  readonly insight: InsightView;
}

/** How much of what holds the words of an insight was read, and what is left to read. */
export function TrafficCard({ ws, insight }: TrafficCardProps): ReactNode {
  const t = useWords();
  const { traffic, words } = insight;
  return (
    <Card title={t('insights.traffic')}>
      {traffic === null ? (
        <p className="text-soft">
          {t(words.length === 0 ? 'insights.traffic.no_words' : 'insights.traffic.no_evidence')}
        </p>
      ) : (
        <Share traffic={traffic} words={words} />
      )}
      {traffic !== null && traffic.read < traffic.matching && insight.can.gather && (
        <ToRead ws={ws} insight={insight} />
      )}
    </Card>
  );
}

function Share({ traffic, words }: { readonly traffic: Traffic; readonly words: readonly string[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { read, matching, from, until, atLeast } = traffic;
  return (
    <div className="grid gap-1">
      <p className="text-md font-semibold">
        {t('insights.traffic.share', {
          r: read,
          read: format.number(read),
          matching: format.number(matching),
          n: matching,
        })}
        {atLeast && ` ${t('insights.traffic.at_least')}`}
      </p>
      <progress className="meter" value={read} max={Math.max(1, matching)} aria-label={t('insights.traffic')} />
      <small>{t('insights.traffic.words', { words: format.list(words) })}</small>
      <small>{t('insights.traffic.how', { from: format.day(from), until: format.day(until) })}</small>
    </div>
  );
}

function ToRead({ ws, insight }: TrafficCardProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const { data } = useQuery(unreadQuery(ws, insight.id));
  const act = async (path: string, messageId: string): Promise<void> => {
    try {
      await api.post(`/insights/${insight.id}/${path}`, { messageId });
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
  };
  if (data === undefined || data.items.length === 0) return undefined;
  return (
    <section className="no-print mt-3 grid gap-2 border-t border-line pt-2">
      <h3 className="text-sm font-semibold text-soft">{t('insights.unread')}</h3>
      <ul className="grid gap-3">
        {data.items.map((message) => (
          <li key={message.messageId} data-message={message.messageId} className="grid gap-1">
            <UnreadWords ws={ws} message={message} />
            <span className="flex flex-wrap gap-1.5">
              <Button onClick={() => raise({ messageId: message.messageId })}>{t('signals.raise.do')}</Button>
              <Button onClick={() => void act('counters', message.messageId)}>{t('insights.unread.counter')}</Button>
              <Button tone="quiet" onClick={() => void act('reads', message.messageId)}>
                {t('insights.unread.nothing')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnreadWords({ ws, message }: { readonly ws: string; readonly message: Unread }): ReactNode {
  const t = useWords();
  return (
    <>
      <p lang={message.language === 'und' ? undefined : message.language} className="line-clamp-4">
        {message.text}
      </p>
      <small>
        <Dots>
          {message.author.erased ? t('reading.erased_author') : message.author.name}
          <When when={message.when} />
          <Link
            to="/$ws/messages/$message"
            params={{ ws, message: message.messageId }}
            className="underline hover:text-ink"
          >
            {message.channel}
          </Link>
        </Dots>
      </small>
    </>
  );
}
