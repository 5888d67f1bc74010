import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Hue = 'plain' | 'cockpit' | 'bridge' | 'field' | 'late' | 'wait';

const HUES = {
  plain: 'bg-sunk text-soft ring-1 ring-line ring-inset',
  cockpit: 'bg-cockpit-wash text-cockpit',
  bridge: 'bg-bridge-wash text-bridge',
  field: 'bg-field-wash text-field',
  late: 'bg-late-wash text-late',
  wait: 'bg-wait-wash text-wait',
} as const satisfies Readonly<Record<Hue, string>>;

interface ChipProps {
  readonly hue?: Hue;
  readonly children: ReactNode;
}

/** One word about something: its kind, its place, its delay. */
export function Chip({ hue = 'plain', children }: ChipProps): ReactNode {
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-center gap-1 truncate rounded-full px-2 py-px text-sm whitespace-nowrap',
        HUES[hue],
      )}
    >
      {children}
    </span>
  );
}

export type State = 'good' | 'waiting' | 'late' | 'off' | 'running';

const STATES = {
  good: { mark: '●', tint: 'text-field' },
  waiting: { mark: '◐', tint: 'text-wait' },
  late: { mark: '▲', tint: 'text-late' },
  off: { mark: '○', tint: 'text-faint' },
  running: { mark: '◌', tint: 'text-cockpit' },
} as const satisfies Readonly<Record<State, { readonly mark: string; readonly tint: string }>>;

interface StateChipProps {
  readonly state: State;
  /** The state in a word, already translated: colour and mark only help. */
  readonly children: ReactNode;
}

/** A state is a word, a colour and a mark: any one of them is enough to tell it. */
export function StateChip({ state, children }: StateChipProps): ReactNode {
  const { mark, tint } = STATES[state];
  return (
    <span className={cx('inline-flex items-baseline gap-1 font-medium whitespace-nowrap', tint)}>
      <span aria-hidden className="text-[0.7em]">
        {mark}
      </span>
      {children}
    </span>
  );
}
