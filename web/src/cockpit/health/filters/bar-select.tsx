import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import { Select } from '#web/ui/select.tsx';
import type { Option } from '#web/ui/select.tsx';

interface BarSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** Framed: it narrows now. */
  readonly isOn?: boolean;
}

/** A choice of the bar, its name inside its frame. */
export function BarSelect({ label, value, options, onChange, isOn = false }: BarSelectProps): ReactNode {
  const id = useId();
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-md border',
        isOn ? 'border-cockpit bg-cockpit-wash' : 'border-line bg-card',
      )}
    >
      <label htmlFor={id} className="pl-2.5 text-soft">
        {label}
      </label>
      <Select
        id={id}
        value={value}
        options={options}
        onChange={onChange}
        className="[&>select]:field-sizing-content [&>select]:max-w-48 [&>select]:border-transparent [&>select]:bg-transparent [&>select]:pl-1.5 [&>select]:font-medium"
      />
    </span>
  );
}
