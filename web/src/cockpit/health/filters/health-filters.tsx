import { ChevronLeft, ChevronRight, ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { PeriodPicker } from '#web/ui/period-picker.tsx';
import { textOf } from '../asked-period.ts';
import type { Steps } from '../use-view.ts';
import type { HealthView, Narrowing } from '../view.ts';
import { activeCount } from './active.ts';
import { BarSelect } from './bar-select.tsx';
import { useChoices } from './choices.ts';
import type { Choice } from './choices.ts';
import { CompareChoice } from './compare-choice.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterDrawer } from './filter-drawer.tsx';
import { narrowed } from './narrow.ts';

/** Chosen most, so without opening anything where there is room. */
const AT_HAND: ReadonlySet<Narrowing> = new Set<Narrowing>(['place', 'channel', 'segment']);

interface HealthFiltersProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly steps: Steps;
}

/**
 * What narrows the figures, the period, the comparison. Place and channel are at hand where there is room; everything is
 * in the drawer behind `f`. The arrows beside the period do what the arrow keys do.
 */
export function HealthFilters({ ws, view, steps }: HealthFiltersProps): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  useShortcut('healthFilters', () => setOpen(true));
  const choices = useChoices(ws, view, open ? 'all' : 'used');
  const { change, asked } = view;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <AtHand view={view} choices={choices.filter(({ id }) => AT_HAND.has(id))} />
        <Button keys="f" onClick={() => setOpen(true)}>
          <ListFilter aria-hidden size={14} />
          {t('health.filters.open', { n: activeCount(view) })}
        </Button>
        <span className="inline-flex items-center wide:ml-auto">
          <Step label={t('health.keys.earlier')} icon={<ChevronLeft size={16} />} act={steps.earlier} />
          <PeriodPicker value={asked.period} onChange={(next) => change({ period: textOf(next) })} />
          <Step label={t('health.keys.later')} icon={<ChevronRight size={16} />} act={steps.later} />
        </span>
        <span className="hidden wide:inline-flex">
          <CompareChoice view={view} />
        </span>
      </div>
      <FilterChips view={view} choices={choices} />
      <FilterDrawer ws={ws} view={view} choices={choices} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

interface AtHandProps {
  readonly view: HealthView;
  readonly choices: readonly Choice[];
}

function AtHand({ view, choices }: AtHandProps): ReactNode {
  const t = useWords();
  return choices.map(({ id, label, options }) => (
    <span key={id} className="hidden wide:inline-flex">
      <BarSelect
        label={label}
        value={view.values[id] ?? ''}
        isOn={view.values[id] !== undefined}
        options={[{ value: '', label: t('ui.filter.any') }, ...options]}
        onChange={(value) => view.change(narrowed(id, value))}
      />
    </span>
  ));
}

interface StepProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly act: (() => void) | undefined;
}

function Step({ label, icon, act }: StepProps): ReactNode {
  return <IconButton label={label} icon={icon} disabled={act === undefined} onClick={() => act?.()} />;
}
