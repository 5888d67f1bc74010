import type { FigureCard } from '#cockpit/figures/wire.ts';

type Unit = FigureCard['unit'];

/** One of what is typed, in the unit figures keep: per cent are hundredths, waits are typed in hours. */
const STEPS: Readonly<Partial<Record<Unit, number>>> = { share: 0.01, seconds: 3600 };

/** The number somebody typed, with a comma or a point, in the unit of its figure; undefined when it is none. */
export function typedValue(unit: Unit, text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(',', '.')
    .replace('−', '-')
    .replace(/%$/u, '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return undefined;
  // Hundredths of a typed number must not end in 0.6299999.
  return Number((Number(plain) * (STEPS[unit] ?? 1)).toPrecision(12));
}

interface Baseline {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A target that means something to start from, in what one would type: a fifth better than the baseline, or a third of
 * what a share still lacks; further where chance alone could lead there.
 */
export function suggestedTarget(unit: Unit, { value, low, high }: Baseline, isLessBetter: boolean): number {
  const typed = usualTarget(unit, value, isLessBetter);
  const end = isLessBetter ? low : high;
  if (end === null || unit === 'index') return typed;
  const step = STEPS[unit] ?? 1;
  const beyond = isLessBetter ? Math.ceil(end / step) - 1 : Math.floor(end / step) + 1;
  const isPossible = beyond >= 0 && (unit !== 'share' || beyond * step <= 1);
  if (!isPossible) return typed;
  return isLessBetter ? Math.min(typed, beyond) : Math.max(typed, beyond);
}

function usualTarget(unit: Unit, baseline: number, isLessBetter: boolean): number {
  const isRising = !isLessBetter && (unit === 'share' || unit === 'index');
  const better = isRising ? baseline + (1 - baseline) / 3 : baseline * (isLessBetter ? 0.8 : 1.2);
  const typed = better / (STEPS[unit] ?? 1);
  const digits = unit === 'index' ? 2 : Math.abs(typed) < 10 && unit !== 'persons' ? 1 : 0;
  return Number(typed.toFixed(digits));
}
