import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'children'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that is or is not. The label is part of the target. */
export function Checkbox({ label, hint, onChange, className, ...rest }: CheckboxProps): ReactNode {
  return (
    <label className={cx('flex min-h-6 items-start gap-2 pointer-coarse:min-h-10', className)}>
      <input
        type="checkbox"
        {...rest}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-cockpit"
      />
      <span>
        {label}
        {hint !== undefined && <small className="block">{hint}</small>}
      </span>
    </label>
  );
}
