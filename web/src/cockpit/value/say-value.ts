import type { LeverView, ReachSpread } from '#cockpit/value/results/wire.ts';
import type { GivenView, LineView, SheetView, StreamView } from '#cockpit/value/telling/wire.ts';
import type { Formatter, Translate, WordKey } from '#web/i18n/index.ts';
import { leading } from './numbers.ts';
import type { Money, Unit } from './numbers.ts';

export type Stream = StreamView['id'];

/** What everything here is said with. */
export interface Speech {
  readonly t: Translate;
  readonly format: Formatter;
  readonly money: Money;
}

type InputWord = 'answers.count';

/** What a number of a stream is called. */
export function inputKey(stream: Stream, input: string): WordKey {
  return `value.input.${(input === 'due' || input === 'anyway' ? input : `${stream}.${input}`) as InputWord}`;
}

/** A number in its unit; `about` for what comes out of a sum. */
export function sayNumber(unit: Unit, value: number, { format, money }: Speech, about = false): string {
  if (unit === 'money') return about ? money.about(value, 3) : money.exact(value);
  if (unit === 'share') return format.percent(value, 1);
  return format.number(about && value > 10 ? leading(value, 3) : value, 2);
}

type Three = Pick<GivenView, 'low' | 'likely' | 'high'>;

/** `40 à 60 %, sans doute 50 %`. */
export function sayThree(unit: Unit, { low, likely, high }: Three, speech: Speech): string {
  const say = (value: number): string => sayNumber(unit, value, speech);
  return speech.t('value.three', { low: say(low), likely: say(likely), high: say(high) });
}

/** How likely it is, as one says it: so many times out of ten. */
export function sayChance(chance: number, { t }: Pick<Speech, 't'>): string {
  if (chance >= 0.99) return t('value.chance.sure');
  if (chance > 0.95) return t('value.chance.high');
  if (chance <= 0.01) return t('value.chance.none');
  if (chance < 0.05) return t('value.chance.low');
  return t('value.chance.of_ten', { n: Math.max(1, Math.min(9, Math.round(chance * 10))) });
}

export function sayYears(years: number, { t, format }: Pick<Speech, 't' | 'format'>): string {
  if (years <= 0) return t('value.payback.at_once');
  if (years < 1) return t('value.payback.months', { n: Math.max(1, Math.round(years * 12)) });
  return t('value.payback.years', { n: format.number(years, 1), count: years });
}

/** When it is paid back, in one sentence. */
export function sayPayback({ p10, p50, p90 }: ReachSpread, speech: Pick<Speech, 't' | 'format'>): string {
  const { t } = speech;
  if (p50 === 0) return t('value.payback.no_start');
  if (p50 === null) return t('value.payback.rarely');
  const middle = sayYears(p50, speech);
  if (p10 === null || p90 === null) return t('value.payback.mostly', { middle });
  return t('value.payback.between', { middle, low: sayYears(p10, speech), high: sayYears(p90, speech) });
}

/** A number of the model by its line and its own name. */
export function leverName(
  { lineId, input }: Pick<LeverView, 'lineId' | 'input'>,
  sheet: SheetView,
  t: Translate,
): string {
  const line = sheet.lines.find(({ id }) => id === lineId);
  return line === undefined ? input : `${line.name} · ${t(inputKey(line.stream, input))}`;
}

/** How far one number may move before the answer turns. */
export function sayBreak(lever: LeverView, middle: number, name: string, speech: Speech): string {
  const { breaksAt, slope, unit } = lever;
  const goes = `${middle > 0 ? 'can' : 'must'}_${middle > 0 === slope > 0 ? 'fall' : 'rise'}` as const;
  const from = sayNumber(unit, lever.middle, speech, true);
  if (breaksAt === null) return speech.t(`value.break.${goes}.never`, { name, from });
  return speech.t(`value.break.${goes}`, { name, from, at: sayNumber(unit, breaksAt, speech, true) });
}

/** What a line counts, in words. */
export function sayEvent({ event }: Pick<LineView, 'event'>, t: Translate): string | undefined {
  if (event === null) return undefined;
  const kind = t(`value.event.${event.kind}`);
  return event.which === null ? kind : event.kind === 'own' ? event.which : `${kind} (${event.which})`;
}

/** Who said so, when, from what. */
export function saySource({ by, on, from }: GivenView, { t, format }: Pick<Speech, 't' | 'format'>): string {
  return t('value.said', { from: t(`value.from.${from}`), by, day: format.day(on) });
}
