import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Similar } from '#bridge/signals/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { KIND_WORDS, sayReasons, STATE_WORDS } from './say-signal.ts';

interface SimilarListProps {
  readonly ws: string;
  readonly items: readonly Similar[];
  /** What can be done with one of them. */
  readonly action: (similar: Similar) => ReactNode;
}

/** Signals that are like another, each with what makes it so. */
export function SimilarList({ ws, items, action }: SimilarListProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  return (
    <section aria-label={t('signals.similar')} className="grid gap-1.5">
      <h3 className="text-sm font-semibold text-soft">{t('signals.similar')}</h3>
      <ul className="grid gap-1.5">
        {items.map((similar) => (
          <li
            key={similar.id}
            className="flex flex-wrap items-center gap-x-2 gap-y-0.5 rounded-md bg-sunk px-2.5 py-1.5"
          >
            <span className="grid min-w-0 flex-1 basis-56">
              <span className="flex flex-wrap items-center gap-1.5">
                <Chip>{t(KIND_WORDS[similar.kind])}</Chip>
                <span className="min-w-0">{similar.line}</span>
              </span>
              <small>
                <Dots>
                  {sayReasons(similar.reasons, { t, format, language })}
                  {similar.insight === null ? (
                    t(STATE_WORDS[similar.state])
                  ) : (
                    <Link
                      to="/$ws/insights/$insight"
                      params={{ ws, insight: similar.insight.id }}
                      className="underline hover:text-ink"
                    >
                      {t('signals.in_insight', { statement: similar.insight.statement })}
                    </Link>
                  )}
                </Dots>
              </small>
            </span>
            {action(similar)}
          </li>
        ))}
      </ul>
    </section>
  );
}
