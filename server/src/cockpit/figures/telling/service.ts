import type { Compared, Figure, FigureQuery, FigureValue, Unit } from '#cockpit/figures/index.ts';
import type { Language } from '#kernel/language.ts';
import type { Window } from '#kernel/window.ts';
import { say } from '#platform/i18n/index.ts';

/** What a figure says, in one or two plain sentences of the reader's language. */
export function sentenceOf(
  figure: Pick<Figure, 'name' | 'unit'>,
  value: FigureValue,
  comparison: string | undefined,
  language: Language,
): string {
  const told = tell(figure, value, language);
  return comparison === undefined || value.state !== 'value' ? told : `${told} ${comparison}`;
}

function tell({ name, unit }: Pick<Figure, 'name' | 'unit'>, value: FigureValue, language: Language): string {
  const named = name[language];
  if (value.state === 'unavailable') return say(language, `figure/unavailable_${value.reason}`, { name: named });
  if (value.state === 'too_few') {
    return say(language, 'figure/too_few', { name: named, sample: value.sample, minimum: value.minimum });
  }
  if (value.value === null) return say(language, 'figure/not_reached', { name: named });
  return say(language, 'figure/value', { name: named, value: inWords(unit, value.value, language) });
}

/** What became of a value, against the window it is compared with. */
export function comparisonSentence(
  { unit }: Pick<Figure, 'unit'>,
  compared: Compared,
  before: FigureValue,
  against: 'previous' | 'yearAgo',
  language: Language,
): string {
  if (compared.because !== undefined) return say(language, `figure/cannot_tell_${compared.because}`, { against });
  const past = before.state === 'value' ? before.value : null;
  const told = past === null ? '–' : inWords(unit, past, language);
  return say(language, `figure/change_${compared.change}`, { against, before: told });
}

/** A value with its unit, as one says it. */
export function inWords(unit: Unit, value: number, language: Language): string {
  switch (unit) {
    case 'persons':
    case 'threads':
    case 'organisations':
      return say(language, `figure/${unit}`, { count: value });
    case 'count':
    case 'index':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
    case 'per_1000':
      return say(language, 'figure/per_1000', { count: value });
    case 'days':
      return durationInWords(value * 86_400, language);
    case 'share':
      return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'seconds':
      return durationInWords(value, language);
    default:
      return unit satisfies never;
  }
}

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** The two greatest units that matter: 2 days 3 hours, 12 minutes. */
function durationInWords(seconds: number, language: Language): string {
  const count = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const first = STEPS.findIndex((step) => seconds >= step.seconds);
  const [greater, smaller] = [STEPS[first], STEPS[first + 1]];
  if (greater === undefined) return count(seconds, 'second');
  const whole = Math.floor(seconds / greater.seconds);
  const rest = smaller === undefined ? 0 : Math.floor((seconds % greater.seconds) / smaller.seconds);
  const told = count(whole, greater.unit);
  return smaller === undefined || rest === 0 ? told : `${told} ${count(rest, smaller.unit)}`;
}

/** The request that asks the same of `path`, its window said in days. */
export function requestOf(path: string, { window }: { readonly window: Window }, query: FigureQuery): string {
  const search = new URLSearchParams({ from: window.from, until: window.until });
  for (const name of ['place', 'channel', 'theme', 'language'] as const) {
    for (const value of query[name] ?? []) search.append(name, value);
  }
  for (const name of ['segment', 'kind'] as const) {
    const value = query[name];
    if (value !== undefined) search.append(name, value);
  }
  if (query.compare !== 'both') search.append('compare', query.compare);
  return `/api/v1/figures/${path}?${search.toString()}`;
}
