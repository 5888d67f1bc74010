import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { useControl } from './field.tsx';

/** The frame of every control one writes in. */
export const CONTROL =
  'w-full min-w-0 rounded-md border border-edge bg-card px-2.5 text-ink aria-invalid:border-late disabled:bg-sunk disabled:text-faint focus-visible:outline-offset-0';

/** One line of text. Inside a `Field`, it needs no id. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>): ReactNode {
  return <input type="text" {...useControl()} {...rest} className={cx(CONTROL, 'h-control', className)} />;
}

/** Several lines of text; grows with them where the browser can. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>): ReactNode {
  return (
    <textarea
      rows={4}
      {...useControl()}
      {...rest}
      className={cx(CONTROL, 'field-sizing-content max-h-96 min-h-20 py-1.5', className)}
    />
  );
}
