import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

export type ButtonTone = 'plain' | 'main' | 'field' | 'bridge' | 'quiet' | 'danger';

const TONES = {
  plain: 'border-line bg-card text-ink hover:bg-hover hover:border-edge',
  main: 'border-cockpit bg-cockpit text-on-accent hover:opacity-90',
  field: 'border-field bg-field text-on-accent hover:opacity-90',
  bridge: 'border-bridge bg-bridge text-on-accent hover:opacity-90',
  quiet: 'border-transparent text-soft hover:bg-hover hover:text-ink',
  danger: 'border-late bg-card text-late hover:bg-late-wash',
} as const satisfies Readonly<Record<ButtonTone, string>>;

const SHAPE =
  'inline-flex h-control shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border px-2.5 font-medium transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55';

interface Look {
  /** `main` once per page at most: the one thing to do. */
  readonly tone?: ButtonTone;
  /** The shortcut that does the same, shown on the button. */
  readonly keys?: string;
}

export interface ButtonProps extends ComponentProps<'button'>, Look {
  /** While true the button keeps its place and name, refuses clicks and says that it works. */
  readonly busy?: boolean;
}

/** Does something here. To go somewhere, use `LinkButton`. */
export function Button({
  tone = 'plain',
  keys,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={cx(SHAPE, TONES[tone], className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
      {busy && <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-current" />}
      {keys !== undefined && <Kbd keys={keys} on={tone !== 'plain' && tone !== 'quiet'} />}
    </button>
  );
}

function AnchorButton({ tone = 'plain', keys, className, children, ...rest }: ComponentProps<'a'> & Look): ReactNode {
  return (
    <a {...rest} className={cx(SHAPE, TONES[tone], className)}>
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </a>
  );
}

/** Looks like a button, goes to a page: `<LinkButton to="/$ws/imports" params={{ ws }}>`. */
export const LinkButton = createLink(AnchorButton);

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, in words; also the tooltip of the browser. */
  readonly label: string;
  /** One icon of lucide-react, 16 px. */
  readonly icon: ReactNode;
}

/** A button that is only a drawing; the words are for readers and for the pointer that waits. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex size-control shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink disabled:opacity-55',
        className,
      )}
    >
      <span aria-hidden className="contents">
        {icon}
      </span>
    </button>
  );
}
