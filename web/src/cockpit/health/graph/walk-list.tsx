import { memo, useCallback, useEffect, useRef } from 'react';
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
  /** These stay the same functions while the list stands. */
  readonly onPoint: (key: string | undefined) => void;
  readonly onOpen: (key: string) => void;
  readonly onBack?: (() => void) | undefined;
}

const MANY = 60;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The same as the drawing, to read and to walk through: arrows move, Enter opens, Escape goes back. */
export function WalkList({ label, items, active, focusOn, onPoint, onOpen, onBack }: WalkListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focusOn === undefined) return;
    const at = items.findIndex(({ key }) => key === focusOn);
    buttonsIn(list.current)[Math.max(0, at)]?.focus({ preventScroll: at <= 0 });
    // Once, when the list appears: later the reader walks by himself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the items of a list do not change while it is shown
  }, []);
  // The same function while the list stands, so that pointing at one line does not write all of them anew.
  const walk = useCallback(
    (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && onBack !== undefined) {
        event.preventDefault();
        onBack();
        return;
      }
      const all = buttonsIn(list.current);
      const at = all.findIndex((one) => one === document.activeElement);
      const next = placeAfter(event.key, at, all.length);
      if (next === undefined) return;
      event.preventDefault();
      all[next]?.focus();
    },
    [onBack],
  );
  return (
    <ul
      ref={list}
      aria-label={label}
      className="grid max-h-100 content-start overflow-y-auto border-line p-1 wide:border-l wide:pl-2"
    >
      {items.map((item) => (
        <WalkLine
          key={item.key}
          id={item.key}
          name={item.name}
          note={item.note}
          isEnd={item.isEnd === true}
          isActive={active === item.key}
          isOneOfMany={items.length > MANY}
          onKeyDown={walk}
          onPoint={onPoint}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

function buttonsIn(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll('button') ?? [])];
}

interface WalkLineProps extends Pick<WalkListProps, 'onPoint' | 'onOpen'> {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isEnd: boolean;
  readonly isActive: boolean;
  readonly isOneOfMany: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Of a long list, what is scrolled away is neither laid out nor painted. */
const WalkLine = memo(function WalkLine(props: WalkLineProps): ReactNode {
  const { id, name, note, isEnd, isActive, isOneOfMany, onKeyDown, onPoint, onOpen } = props;
  return (
    <li className={isOneOfMany ? '[contain-intrinsic-size:auto_2.75rem] [content-visibility:auto]' : undefined}>
      <button
        type="button"
        aria-disabled={isEnd || undefined}
        onKeyDown={onKeyDown}
        onFocus={() => onPoint(id)}
        onBlur={() => onPoint(undefined)}
        onPointerEnter={() => onPoint(id)}
        onClick={() => !isEnd && onOpen(id)}
        className={cx(
          'grid w-full gap-x-2 rounded-md px-2 py-1 text-left hover:bg-hover',
          isActive && 'bg-hover',
          isEnd && 'cursor-default',
        )}
      >
        <span className="truncate font-medium">{name}</span>
        <small>{note}</small>
      </button>
    </li>
  );
});

function placeAfter(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, at + step));
}
