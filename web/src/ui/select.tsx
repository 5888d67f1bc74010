import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { useControl } from './field.tsx';
import { CONTROL } from './text-input.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'children' | 'value'> {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One choice among few. The browser's own list: it works with every keyboard, finger and reader. */
export function Select({ options, onChange, className, ...rest }: SelectProps): ReactNode {
  return (
    <span className={cx('relative inline-block', className)}>
      <select
        {...useControl()}
        {...rest}
        onChange={(event) => onChange(event.target.value)}
        className={cx(CONTROL, 'h-control appearance-none pr-8')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
