import type { Language } from '#kernel/language.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { askedPeriod } from './asked-period.ts';
import type { AskedPeriod } from './asked-period.ts';
import type { Asking, Compare, Slice } from './figures-query.ts';

/** What values of the address narrow the figures; each may be taken away by itself. */
export const NARROWING = ['place', 'channel', 'segment', 'theme', 'language', 'kind'] as const;
export type Narrowing = (typeof NARROWING)[number];

export interface HealthView {
  readonly values: UrlState;
  readonly change: (next: UrlState) => void;
  readonly slice: Slice;
  readonly asked: AskedPeriod;
  /** What the panel sets a value against. */
  readonly compare: Exclude<Compare, 'both'>;
}

/** The view an address names: what narrows the figures, the period, the comparison. */
export function viewIn(values: UrlState): Omit<HealthView, 'change'> {
  return { values, slice: sliceOf(values), asked: askedPeriod(values['period']), compare: compareOf(values) };
}

function sliceOf(values: UrlState): Slice {
  return {
    place: textIn(values, 'place'),
    channel: textIn(values, 'channel'),
    segment: textIn(values, 'segment'),
    theme: listIn(values, 'theme'),
    language: listIn(values, 'language'),
    kind: textIn(values, 'kind'),
  };
}

function textIn(values: UrlState, name: Narrowing): string | undefined {
  return values[name] === '' ? undefined : values[name];
}

/** Several values stand in the address one after the other: `language=fr,en`. */
export function listIn(values: UrlState, name: Narrowing): readonly string[] | undefined {
  const list = (values[name] ?? '').split(',').filter((one) => one !== '');
  return list.length === 0 ? undefined : list;
}

function compareOf(values: UrlState): HealthView['compare'] {
  const compare = values['compare'];
  return compare === 'none' || compare === 'year' ? compare : 'previous';
}

/** Takes away everything that narrows. */
export const UNNARROWED: UrlState = Object.fromEntries(NARROWING.map((name) => [name, undefined]));

/** How to ask the server for a view, in the language of the reader. */
export function askingOf(
  ws: string,
  { slice, asked, compare }: Pick<HealthView, 'slice' | 'asked' | 'compare'>,
  reader: Language,
): Asking {
  return { ws, reader, slice, days: asked.isWrong ? {} : asked.days, compare };
}

export function isNarrowed({ values }: HealthView): boolean {
  return NARROWING.some((name) => textIn(values, name) !== undefined);
}
