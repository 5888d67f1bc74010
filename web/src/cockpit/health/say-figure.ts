import type { FigureAnswer, FigureCard, FigureValue } from '#cockpit/figures/wire.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';
import type { FigureValue as TileValue } from '#web/ui/figure-tile.tsx';
import type { Days } from './days.ts';
import { lastOf } from './days.ts';

/** Figures that can go below zero: their sign is written. */
const SIGNED: ReadonlySet<string> = new Set(['net_active_change']);

/** Units that want digits after the point; things that are counted want none. */
const DIGITS: Readonly<Partial<Record<string, number>>> = { per_1000: 1, index: 2, days: 1 };

export interface Speech {
  readonly t: Translate;
  readonly format: Formatter;
}

/** One thing a value is made of, or that must be read beside it. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

/** A value of a figure as it is written: `1 284`, `+35`, `63,8 %`, `5 h 20`. */
export function valueText({ id, unit }: Pick<FigureCard, 'id' | 'unit'>, value: number, { format }: Speech): string {
  if (unit === 'share') return format.percent(value, 1);
  if (unit === 'seconds') return format.duration(value);
  const text = format.number(value, DIGITS[unit] ?? 0).replace('-', '−');
  return SIGNED.has(id) && value > 0 ? `+${text}` : text;
}

/** Where the true value lies 95 times in 100: `entre 1 215 et 1 356`. Undefined where nothing bounds it. */
export function intervalText(
  card: Pick<FigureCard, 'id' | 'unit'>,
  value: FigureValue,
  speech: Speech,
): string | undefined {
  if (value.state !== 'value') return undefined;
  const [low, high] = [value.interval.low, value.interval.high].map((bound) =>
    bound === null ? undefined : valueText(card, bound, speech),
  );
  if (low !== undefined && high !== undefined) return speech.t('health.between', { low, high });
  if (low !== undefined) return speech.t('health.at_least', { low });
  return high === undefined ? undefined : speech.t('health.at_most', { high });
}

/** The value in one short text, whatever its state. */
export function shortText(card: FigureCard, value: FigureValue, speech: Speech): string {
  const { t, format } = speech;
  if (value.state === 'unavailable') return t('ui.figure.unavailable');
  if (value.state === 'too_few')
    return ofText(card, value, speech) ?? t('ui.figure.few', { n: format.number(value.sample) });
  return value.value === null ? t('health.not_reached') : valueText(card, value.value, speech);
}

type Counted = Extract<FigureValue, { state: 'value' | 'too_few' }>;

/** Of what a share is a share; threads unless it is told here. */
const SHARES_OF: Readonly<Partial<Record<string, 'threads' | 'posts' | 'people'>>> = {
  reply_coverage_7d: 'threads',
  member_answered_share: 'threads',
  solo_threads: 'threads',
  top1_share: 'posts',
  activation_30d: 'people',
  welcomed_24h: 'people',
  retention_rate: 'people',
  returning_share: 'people',
  cohort_retention: 'people',
  growth_accounting: 'people',
};

/** What a share is a share of: `212 fils sur 331`. Undefined for figures that are none. */
export function ofText({ id }: Pick<FigureCard, 'id'>, { n, of }: Counted, { t, format }: Speech): string | undefined {
  const kind = SHARES_OF[id];
  return kind === undefined
    ? undefined
    : t(`health.of.${kind}`, { count: n, n: format.number(n), of: format.number(of) });
}

/** A value as its tile shows it; the change has its word and its tone, up being good or bad by the figure. */
export function tileValue(answer: FigureAnswer, speech: Speech): TileValue {
  const { figure, value, changed } = answer;
  const { t } = speech;
  if (value.state === 'unavailable') return { kind: 'unavailable' };
  if (value.state === 'too_few') {
    const text = ofText(figure, value, speech);
    return { kind: 'few', n: value.sample, ...(text === undefined ? {} : { text }) };
  }
  const note = noteOf(answer, speech);
  const isChange = changed === 'up' || changed === 'down';
  return {
    kind: 'value',
    text: shortText(figure, value, speech),
    ...(note === undefined ? {} : { note }),
    ...(isChange ? { change: { text: t(`health.changed.${changed}`), tone: toneOf(figure, changed) } } : {}),
  };
}

/** Its interval, then the value it is set against. */
function noteOf({ figure, value, previous, yearAgo }: FigureAnswer, speech: Speech): string | undefined {
  const interval = intervalText(figure, value, speech);
  const before = (previous ?? yearAgo)?.value;
  if (before?.state !== 'value') return interval;
  const told = speech.t('health.before', { value: shortText(figure, before, speech) });
  return interval === undefined ? told : `${interval} · ${told}`;
}

function toneOf({ direction }: FigureCard, changed: 'up' | 'down'): 'good' | 'bad' | 'plain' {
  if (direction === 'neither') return 'plain';
  return (direction === 'more_is_better') === (changed === 'up') ? 'good' : 'bad';
}

/** From the first to the last day, both in. */
export function windowText(window: Days, { t, format }: Speech): string {
  return t('ui.period.range', { from: format.day(window.from), until: format.day(lastOf(window)) });
}

/** When the newest fact happened, as fine as the place tells it. */
export function newestText({ freshness: { newest } }: FigureAnswer, { t, format }: Speech): string {
  if (newest === null) return t('health.fresh.never');
  return 'at' in newest ? format.instant(newest.at) : format.day(newest.day);
}

/** The name of a point along a course: its month, or the first day of its week. */
export function placeText(
  { from }: Pick<Days, 'from'>,
  bucket: FigureAnswer['series']['bucket'],
  format: Formatter,
): string {
  return bucket === 'month' ? format.day(from, 'month') : format.day(from);
}
