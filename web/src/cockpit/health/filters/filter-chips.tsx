import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { listIn, NARROWING, UNNARROWED } from '../use-view.ts';
import type { HealthView, Narrowing } from '../use-view.ts';
import type { Choice } from './choices.ts';
import { narrowed } from './narrow.ts';

interface FilterChipsProps {
  readonly view: HealthView;
  readonly choices: readonly Choice[];
}

/** What narrows the figures now, each with a cross that takes it away; one button for all of them. */
export function FilterChips({ view, choices }: FilterChipsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const active = NARROWING.flatMap((id) => {
    const values = listIn(view.values, id);
    if (values === undefined) return [];
    const choice = choices.find((one) => one.id === id);
    // Until the choices are there nobody knows the name; afterwards, what is not among them is gone.
    const unknown = choice === undefined ? '…' : t('health.filters.unknown');
    const names = values.map((value) => choice?.options.find((option) => option.value === value)?.label ?? unknown);
    return [{ id, label: choice?.label ?? t(`health.${id}`), text: format.list(names) }];
  });
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

/** How many ways of narrowing are in use. */
export function activeCount(view: HealthView): number {
  return NARROWING.filter((id: Narrowing) => listIn(view.values, id) !== undefined).length;
}
