import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface SegmentedProps<Value extends string> {
  /** The question, for readers of screens. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two to four short answers side by side, one of them true. Radio buttons underneath: arrows move. */
export function Segmented<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>): ReactNode {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex rounded-md border border-line bg-sunk p-0.5">
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={cx(
            'relative flex min-h-6 items-center rounded-[5px] px-2.5 pointer-coarse:min-h-9',
            'has-focus-visible:outline-2 has-focus-visible:outline-focus',
            choice.value === value ? 'bg-card font-medium text-ink ring-1 ring-line' : 'text-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

/** The same question with longer answers, one below the other, each with a sentence. */
export function RadioList<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>): ReactNode {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="grid gap-2">
      {choices.map((choice) => (
        <label key={choice.value} className="flex items-start gap-2">
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="mt-0.5 size-4 shrink-0 accent-cockpit"
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <small className="block">{choice.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
