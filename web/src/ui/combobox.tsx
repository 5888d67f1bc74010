import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { cx } from './cx.ts';
import { useControl } from './field.tsx';
import type { Option } from './select.tsx';
import { CONTROL } from './text-input.tsx';

interface ComboboxProps {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly placeholder?: string;
  readonly className?: string;
}

/** One choice among many: type to narrow, arrows to choose. */
export function Combobox({ options, value, onChange, placeholder, className }: ComboboxProps): ReactNode {
  const t = useWords();
  const control = useControl();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root items={options} value={chosen} onValueChange={(option: Option | null) => onChange(option?.value)}>
      <span className={cx('relative inline-block', className)}>
        <Base.Input {...control} placeholder={placeholder} className={cx(CONTROL, 'h-control pr-8')} />
        <Base.Trigger
          aria-label={t('ui.combobox.open')}
          className="absolute top-0 right-0 flex h-full w-8 items-center justify-center text-soft"
        >
          <ChevronDown aria-hidden size={14} />
        </Base.Trigger>
      </span>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-(--layer-float)">
          <Base.Popup className="max-h-[min(20rem,var(--available-height))] w-[var(--anchor-width)] overflow-y-auto rounded-lg border border-line bg-card py-1 shadow-float">
            <Base.Empty>
              <p className="px-3 py-2 text-soft">{t('ui.combobox.none')}</p>
            </Base.Empty>
            <Base.List>
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex cursor-default items-center gap-2 px-3 py-1.5 data-highlighted:bg-hover"
                >
                  <span className="flex-1">{option.label}</span>
                  <Base.ItemIndicator>
                    <Check aria-hidden size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
