import type { ProofLine, ProofState, ProofVerdict } from '#cockpit/proof/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import type { State } from '#web/ui/chip.tsx';

type Figure = ProofLine['figure'];

/** A value of one week; means have digits that counted things have not. */
export function weekText({ unit }: Figure, value: number, { format }: Speech): string {
  if (unit === 'share') return format.percent(value, 1);
  if (unit === 'seconds') return format.duration(value);
  return format.number(value, unit === 'index' ? 2 : 1);
}

/** What a week usually is: `54,4 % en moyenne`, `12 par semaine`. */
export function usualText(figure: Figure, value: number, speech: Speech): string {
  const isCounted = !['share', 'index', 'seconds'].includes(figure.unit);
  return speech.t(isCounted ? 'proof.a_week' : 'proof.average', { n: weekText(figure, value, speech) });
}

/** A change: per cent of a count, points of a share. `+12,4 %`, `−3,1 points`. */
export function changeText(proof: Pick<ProofLine, 'figure' | 'of'>, change: number, { t, format }: Speech): string {
  const sign = change > 0 ? '+' : '';
  return `${sign}${amountText(proof, change, { t, format })}`.replace('-', '−');
}

/** The same without a sign. */
export function amountText(
  { figure, of }: Pick<ProofLine, 'figure' | 'of'>,
  amount: number,
  { t, format }: Speech,
): string {
  if (of === 'counts') return format.percent(amount, 1);
  return figure.unit === 'share' ? t('proof.points', { n: format.number(amount * 100, 1) }) : format.number(amount, 3);
}

/** The size somebody wrote: `+10 %`, `+5 points`, `+12 par semaine`. */
export function sizeText({ figure, size, sizeIn, direction }: ProofLine, speech: Speech): string {
  const { t, format } = speech;
  const sign = direction === 'up' ? '+' : '−';
  if (sizeIn === 'percent') return `${sign}${format.number(size, 1)}\u00A0%`;
  if (figure.unit === 'share') return `${sign}${t('proof.points', { n: format.number(size * 100, 1) })}`;
  return `${sign}${t('proof.a_week', { n: weekText(figure, size, speech) })}`;
}

export const STATE_MARKS = {
  waiting: 'off',
  running: 'running',
  ripening: 'waiting',
  late: 'late',
  judged: 'good',
  withdrawn: 'off',
} as const satisfies Readonly<Record<ProofState, State>>;

/** A verdict is no better or worse than another: only what was found has the colour of something found. */
export const VERDICT_MARKS = {
  effect_up: 'good',
  effect_down: 'good',
  no_material_change: 'running',
  cannot_tell: 'waiting',
  not_enough_data: 'off',
} as const satisfies Readonly<Record<ProofVerdict, State>>;
