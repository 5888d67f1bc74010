import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ThemeFigure } from '#cockpit/figures/themes/wire.ts';
import type { ThemeDetail, ThemeView } from '#community/understanding/themes/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Drawer } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { GrowthText } from './growth.tsx';
import { Quotes } from './quotes.tsx';
import { ThemeActs } from './theme-acts.tsx';
import { ThemeThreads } from './theme-threads.tsx';
import { themeQuery } from './themes-query.ts';

interface ThemeDrawerProps {
  readonly ws: string;
  readonly theme: ThemeView;
  readonly all: readonly ThemeView[];
  readonly figures: ThemeFigure | undefined;
  readonly window: { readonly from: string; readonly until: string };
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
}

type ToneChoice = 'any' | 'positive' | 'neutral' | 'negative';
const TONES = ['any', 'positive', 'neutral', 'negative'] as const satisfies readonly ToneChoice[];

/** One theme: its words, what was said, its threads, and how to correct it. */
export function ThemeDrawer({ ws, theme, all, figures, window, onClose, onChoose }: ThemeDrawerProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const [tone, setTone] = useState<ToneChoice>('any');
  const { from, until } = window;
  const found = useQuery(themeQuery(ws, theme.id, { from, until, tone: tone === 'any' ? undefined : tone }));
  const canCorrect = found.data?.can.correct === true;
  return (
    <Drawer open wide onClose={onClose} title={theme.name[language]}>
      <div className="grid gap-3">
        <Words theme={theme} figures={figures} />
        {canCorrect && <ThemeActs ws={ws} theme={theme} all={all} onChoose={onChoose} />}
        {found.error !== null && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton lines={4} />}
        {found.data !== undefined && (
          <Said ws={ws} detail={found.data} isStale={found.isPlaceholderData}>
            <Segmented
              label={t('health-themes.tone')}
              value={tone}
              onChange={setTone}
              choices={TONES.map((value) => ({ value, label: t(`health-themes.tone.${value}`) }))}
            />
          </Said>
        )}
      </div>
    </Drawer>
  );
}

function Words({ theme, figures }: Pick<ThemeDrawerProps, 'theme' | 'figures'>): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="grid gap-2">
      <p>
        {figures === undefined
          ? t('health-themes.not_now')
          : t('health-themes.now', {
              mentions: figures.mentions,
              mentionsText: format.number(figures.mentions, 0),
              persons: figures.persons,
              personsText: format.number(figures.persons, 0),
            })}
      </p>
      {figures !== undefined && <GrowthText growth={figures.growth} before={figures.before.mentions} />}
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="text-soft">{t('health-themes.words')}</span>
        {theme.terms.map(({ key, written }) => (
          <Chip key={key}>{written}</Chip>
        ))}
      </p>
      {theme.held && <small>{t('health-themes.held')}</small>}
    </div>
  );
}

interface SaidProps {
  readonly ws: string;
  readonly detail: ThemeDetail;
  readonly isStale: boolean;
  readonly children: ReactNode;
}

function Said({ ws, detail, isStale, children }: SaidProps): ReactNode {
  const t = useWords();
  const { quotes, threads, out, theme, can } = detail;
  if (quotes === null || threads === null) return <p className="text-soft">{t('health-themes.hidden')}</p>;
  return (
    <div aria-busy={isStale} className="grid gap-4 aria-busy:opacity-55">
      <section className="grid gap-2">
        <header className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-sm font-semibold text-soft">{t('health-themes.quotes')}</h3>
          {children}
        </header>
        <Quotes ws={ws} quotes={quotes} canCorrect={can.correct} />
      </section>
      <ThemeThreads ws={ws} themeId={theme.id} threads={threads} out={out ?? []} canCorrect={can.correct} />
    </div>
  );
}
