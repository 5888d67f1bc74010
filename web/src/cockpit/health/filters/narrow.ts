import type { UrlState } from '#web/app/url-state.ts';
import type { Narrowing } from '../view.ts';

/** One choice, as a change of the address. A channel belongs to its place: another place, another choice of channels. */
export function narrowed(id: Narrowing, value: string | undefined): UrlState {
  const change = { [id]: value === '' ? undefined : value };
  return id === 'place' ? { ...change, channel: undefined } : change;
}
