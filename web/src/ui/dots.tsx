import { Children } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface DotsProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * Short things said one after the other, with a dot between two of them. Where the line breaks, no dot is left hanging at
 * either end: each stands before its thing, and at the beginning of a line it falls into what is cut off.
 */
export function Dots({ children, className }: DotsProps): ReactNode {
  return (
    <span className={cx('dots', className)}>
      {Children.toArray(children).map((child, place) => (
        // What is told in such a line keeps its place.
        <span key={place}>{child}</span>
      ))}
    </span>
  );
}
