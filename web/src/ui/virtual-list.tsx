import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { cx } from './cx.ts';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** What one row shows. Rows are chosen as a whole: no link and no button inside. */
  readonly row: (index: number) => ReactNode;
  /** Height of a row in pixels, the same for all; the tallest one seen wins, when text is larger than usual. */
  readonly rowHeight?: number;
  readonly selected?: number | undefined;
  /** Enter, or a click. */
  readonly onOpen: (index: number) => void;
  /** Called near the end, to fetch more. */
  readonly onEnd?: () => void;
  /** The rows now in sight, to fetch what they need; both are included. */
  readonly onRange?: (first: number, last: number) => void;
  readonly className?: string;
}

const PAGE_OF_ROWS = 10;
const SPARE_ROWS = 8;

/** A list of any length, of which only what is seen exists. Arrows, Home, End and the page keys move in it. */
export function VirtualList({
  label,
  count,
  keyOf,
  row,
  rowHeight = 60,
  selected,
  onOpen,
  onEnd,
  onRange,
  className,
}: VirtualListProps): ReactNode {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(selected ?? 0);
  const [height, setHeight] = useState(rowHeight);
  const fit = useCallback((line: HTMLElement | null) => setHeight((now) => Math.max(now, line?.scrollHeight ?? 0)), []);
  const here = Math.min(active, count - 1);
  // oxlint-disable-next-line react/incompatible-library -- the warning is for the React compiler, which we do not use
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: SPARE_ROWS,
    // The row that has the focus must exist even when it is scrolled away, or readers lose their place.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), here].filter((index) => index >= 0))].toSorted((a, b) => a - b),
    onChange: ({ range }) => {
      if (range === null) return;
      onRange?.(range.startIndex, range.endIndex);
      if (range.endIndex >= count - SPARE_ROWS) onEnd?.();
    },
  });
  // Rows of one height need no measuring: with measures, each new row would walk through all that follow it.
  useEffect(() => virtual.measure(), [virtual, height]);
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, here, count);
    if (target !== undefined) go(target);
    else if (event.key === 'Enter' && here >= 0) onOpen(here);
    else return;
    event.preventDefault();
  };
  const onPress = (event: MouseEvent): void => {
    const pressed =
      event.target instanceof Element ? event.target.closest('[data-index]')?.getAttribute('data-index') : null;
    if (pressed === null || pressed === undefined) return;
    setActive(Number(pressed));
    onOpen(Number(pressed));
  };
  return (
    <div
      ref={frame}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={here < 0 ? undefined : `${id}-${here}`}
      onKeyDown={onKey}
      onClick={onPress}
      className={cx('group min-h-0 overflow-y-auto -outline-offset-2', className)}
    >
      <div className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={keyOf(index)}
            id={`${id}-${index}`}
            ref={fit}
            data-index={index}
            role="option"
            aria-selected={index === selected}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)`, height }}
            className={cx(
              'absolute top-0 left-0 w-full cursor-pointer overflow-hidden border-b border-line',
              index === selected ? 'bg-cockpit-wash' : 'hover:bg-hover',
              index === here &&
                'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-focus',
            )}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads from `here`, or `undefined` when it is not a key of lists. */
export function targetOf(key: string, here: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + PAGE_OF_ROWS,
    PageUp: here - PAGE_OF_ROWS,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}
