import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Quote, ToneWord } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { Menu, MenuItem, MenuLine } from '#web/ui/menu.tsx';
import { When } from '#web/ui/when.tsx';
import { ToneChip } from './tone-chip.tsx';
import { useCorrect } from './use-correct.ts';

interface QuotesProps {
  readonly ws: string;
  readonly quotes: readonly Quote[];
  readonly canCorrect: boolean;
}

/** What was said, without a name; each leads to where it was said. */
export function Quotes({ ws, quotes, canCorrect }: QuotesProps): ReactNode {
  const t = useWords();
  if (quotes.length === 0) return <p className="text-soft">{t('health-themes.quotes.none')}</p>;
  return (
    <ul className="grid">
      {quotes.map((quote) => (
        <li key={quote.messageId} className="grid gap-1 border-t border-line py-2 first:border-t-0">
          <blockquote className="max-w-[80ch]">
            <Mark segments={quote.words} />
          </blockquote>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            <Link to="/$ws/messages/$message" params={{ ws, message: quote.messageId }} className="link">
              {quote.place}, <When when={quote.when} dayOnly />
            </Link>
            <ToneOf ws={ws} quote={quote} canCorrect={canCorrect} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const TONES = ['positive', 'neutral', 'negative'] as const satisfies readonly ToneWord[];

function ToneOf({
  ws,
  quote,
  canCorrect,
}: {
  readonly ws: string;
  readonly quote: Quote;
  readonly canCorrect: boolean;
}) {
  const t = useWords();
  const correct = useCorrect(ws);
  const { messageId, tone, toneBy } = quote;
  const set = (next: ToneWord | null) => (): void => {
    correct(() => api.put(`/messages/${messageId}/tone`, { tone: next }));
  };
  return (
    <>
      {tone !== null && <ToneChip tone={tone} byPerson={toneBy === 'person'} />}
      {canCorrect && (
        <Menu
          align="start"
          trigger={
            <Button tone="quiet" className="no-print h-6 px-1.5 text-sm">
              {t('health-themes.tone.correct')}
            </Button>
          }
        >
          {TONES.map((one) => (
            <MenuItem key={one} onSelect={set(one)} disabled={one === tone && toneBy === 'person'}>
              {t(`health-themes.tone.${one}`)}
            </MenuItem>
          ))}
          {toneBy === 'person' && (
            <>
              <MenuLine />
              <MenuItem onSelect={set(null)}>{t('health-themes.tone.give_back')}</MenuItem>
            </>
          )}
        </Menu>
      )}
    </>
  );
}
