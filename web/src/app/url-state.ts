import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What the address says about the view: `?place=forum&period=90d`. */
export type UrlState = Readonly<Record<string, string | undefined>>;

/**
 * The view in the address: filters, sorting, open tab. A copied link shows the same thing; Back undoes a page, not
 * a keystroke (`replace`). A value of `undefined` leaves the address.
 */
export function useUrlState(): [UrlState, (change: UrlState) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: UrlState) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }), replace: true }),
    [navigate],
  );
  return [textsOf(search), change];
}

/** The values of an address as texts. */
export function textsOf(search: Readonly<Record<string, unknown>>): UrlState {
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
}
