import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { UNNARROWED } from '../view.ts';
import type { HealthView } from '../view.ts';
import { activeFilters } from './active.ts';
import type { Choice } from './choices.ts';
import { narrowed } from './narrow.ts';

interface FilterChipsProps {
  readonly view: HealthView;
  readonly choices: readonly Choice[];
}

/** What narrows the figures now, each with a cross that takes it away; one button for all of them. */
export function FilterChips({ view, choices }: FilterChipsProps): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const active = activeFilters(view, choices, speech);
  if (active.length === 0) return undefined;
  return (
    <ul aria-label={t('health.filters.active')} className="flex flex-wrap items-center gap-1.5">
      {active.map(({ id, label, text }) => (
        <li key={id}>
          <FilterChip label={label} text={text} remove={() => view.change(narrowed(id, undefined))} />
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Button tone="quiet" className="h-6 px-1.5 text-sm" onClick={() => view.change(UNNARROWED)}>
            {t('ui.filter.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly text: string;
  readonly remove: () => void;
}

function FilterChip({ label, text, remove }: FilterChipProps): ReactNode {
  const t = useWords();
  return (
    <span className="inline-flex max-w-full items-center rounded-full border border-cockpit bg-cockpit-wash pl-2.5 text-sm">
      <span className="truncate">
        <span className="text-soft">{t('health.filters.chip', { label })}</span> <b>{text}</b>
      </span>
      <button
        type="button"
        aria-label={t('health.filters.remove', { label, text })}
        title={t('health.filters.remove', { label, text })}
        onClick={remove}
        className="flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden size={13} />
      </button>
    </span>
  );
}
