import type { ReactNode } from 'react';
import type { OutsideView } from '#bridge/outside/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { When } from '#web/ui/when.tsx';
import { Dots } from '#web/ui/dots.tsx';

type Quoted = OutsideView['quotes'][number];

interface HeardProps {
  readonly quotes: readonly Quoted[];
  readonly counters: readonly Quoted[];
  readonly weight: OutsideView['weight'];
}

/** What members wrote, for and against, and how many they are; never who. */
export function Heard({ quotes, counters, weight }: HeardProps): ReactNode {
  const t = useWords();
  const { members, messages, k } = weight;
  return (
    <>
      <Card
        title={t('decide.heard')}
        aside={members === null ? t('decide.heard.few', { k }) : t('decide.heard.by', { n: members, messages })}
      >
        {quotes.length === 0 ? <p className="text-soft">{t('decide.heard.gone')}</p> : <Quotes quotes={quotes} />}
      </Card>
      {counters.length > 0 && (
        <Card title={t('decide.counter')}>
          <Quotes quotes={counters} />
        </Card>
      )}
    </>
  );
}

function Quotes({ quotes }: { readonly quotes: readonly Quoted[] }): ReactNode {
  return (
    <ul className="grid gap-2.5">
      {quotes.map((quote, place) => (
        <li key={place} className="border-l-2 border-bridge pl-3">
          <blockquote className="whitespace-pre-line">{quote.text}</blockquote>
          <small>
            <Dots>
              {quote.place}
              {quote.channel}
              <QuoteDay quote={quote} />
            </Dots>
          </small>
        </li>
      ))}
    </ul>
  );
}

function QuoteDay({ quote: { at, day } }: { readonly quote: Quoted }): ReactNode {
  if (at !== null) return <When when={{ at }} dayOnly />;
  return day === null ? null : <When when={{ day }} />;
}
