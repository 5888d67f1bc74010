import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';

export interface WalkItem {
  readonly key: string;
  readonly name: string;
  /** What else there is to know, beside the name. */
  readonly note: string;
  /** Nothing stands behind it. */
  readonly isEnd?: boolean;
}

interface WalkListProps {
  readonly label: string;
  readonly items: readonly WalkItem[];
  readonly active: string | undefined;
  /** Where the reader comes from: that item has the focus. */
  readonly focusOn?: string | undefined;
  readonly onPoint: (key: string | undefined) => void;
  readonly onOpen: (key: string) => void;
  readonly onBack?: (() => void) | undefined;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The same as the drawing, to read and to walk through: arrows move, Enter opens, Escape goes back. */
export function WalkList({ label, items, active, focusOn, onPoint, onOpen, onBack }: WalkListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
  useEffect(() => {
    if (focusOn === undefined) return;
    const at = items.findIndex(({ key }) => key === focusOn);
    buttons()[Math.max(0, at)]?.focus({ preventScroll: at <= 0 });
    // Once, when the list appears: later the reader walks by himself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the items of a list do not change while it is shown
  }, []);
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onBack !== undefined) {
      event.preventDefault();
      onBack();
      return;
    }
    const all = buttons();
    const at = all.findIndex((one) => one === document.activeElement);
    const next = placeAfter(event.key, at, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <ul
      ref={list}
      aria-label={label}
      className="grid max-h-100 content-start overflow-y-auto border-line p-1 wide:border-l wide:pl-2"
    >
      {items.map(({ key, name, note, isEnd = false }) => (
        <li key={key}>
          <button
            type="button"
            aria-disabled={isEnd || undefined}
            onKeyDown={walk}
            onFocus={() => onPoint(key)}
            onBlur={() => onPoint(undefined)}
            onPointerEnter={() => onPoint(key)}
            onClick={() => !isEnd && onOpen(key)}
            className={cx(
              'grid w-full gap-x-2 rounded-md px-2 py-1 text-left hover:bg-hover',
              active === key && 'bg-hover',
              isEnd && 'cursor-default',
            )}
          >
            <span className="truncate font-medium">{name}</span>
            <small>{note}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function placeAfter(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, at + step));
}
