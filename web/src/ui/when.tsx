import type { ReactNode } from 'react';
import { useFormat } from '#web/i18n/index.ts';

interface WhenProps {
  /** An instant, or a bare day where the place gives no hour. */
  readonly when: { readonly at: string } | { readonly day: string };
  /** Days are enough in a list. */
  readonly dayOnly?: boolean;
}

/** A date as fine as it is known: a bare day never gets an hour. */
export function When({ when, dayOnly = false }: WhenProps): ReactNode {
  const format = useFormat();
  if ('day' in when) return <time dateTime={when.day}>{format.day(when.day)}</time>;
  return <time dateTime={when.at}>{dayOnly ? format.dayOf(when.at) : format.instant(when.at)}</time>;
}
