import type { ReactNode } from 'react';
import type { SegmentSize } from '#cockpit/segments/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';

interface SizeWordsProps {
  /** Undefined while it is counted. */
  readonly size: SegmentSize | undefined;
  readonly hasFailed: boolean;
  readonly className?: string;
}

/** How many members a rule means now, among how many; or that so few are not told. */
export function SizeWords({ size, hasFailed, className }: SizeWordsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (hasFailed) return <span className={cx('text-soft', className)}>{t('segments.uncounted')}</span>;
  if (size === undefined)
    return <span aria-busy className={cx('h-5 w-24 animate-pulse rounded-md bg-sunk', className)} />;
  const { members, everybody, k } = size;
  if (members === null) return <span className={cx('text-soft', className)}>{t('segments.hidden', { k })}</span>;
  return (
    <span className={cx('tabular-nums', className)}>
      <b>{t('segments.size', { n: members, count: format.number(members) })}</b>{' '}
      <small>{t('segments.among', { count: format.number(everybody) })}</small>
    </span>
  );
}
