import type { Language } from '#kernel/language.ts';

export type Unit = 'count' | 'share' | 'money';

/** One of what is typed, in what is kept: shares are typed in per cent, money in units of which hundredths are kept. */
const STEP = { count: 1, share: 0.01, money: 100 } as const satisfies Readonly<Record<Unit, number>>;

/** The number somebody typed, with a comma or a point, as it is kept; undefined when it is none. */
export function typedNumber(unit: Unit, text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(/[%€$£]$/u, '')
    .replace(',', '.')
    .replace('−', '-');
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return undefined;
  // Hundredths of a typed number must not end in 0.6299999.
  const kept = Number((Number(plain) * STEP[unit]).toPrecision(12));
  return unit === 'money' ? Math.round(kept) : kept;
}

/** A number that is kept as one would type it. */
export function asTyped(unit: Unit, value: number, language: Language): string {
  const typed = String(Number((value / STEP[unit]).toPrecision(12)));
  return language === 'fr' ? typed.replace('.', ',') : typed;
}

/** Money of a currency, from hundredths. */
export interface Money {
  /** To the hundredth, where there are any. */
  readonly exact: (hundredths: number) => string;
  /** To two or three leading figures: sums of guesses are not told to the cent. */
  readonly about: (hundredths: number, figures?: number) => string;
}

/** `Intl` groups French thousands by a narrow space, too narrow to be seen at this size, and writes a hyphen for minus. */
const wide = (text: string): string => text.replaceAll('\u202F', '\u00A0').replace('-', '−');

const known = new Map<string, Money>();

/** How money is written in a language; made once, `Intl` objects are slow to build. */
export function moneyIn(language: Language, currency: string): Money {
  const name = `${language} ${currency}`;
  const ready = known.get(name);
  if (ready !== undefined) return ready;
  const style = { style: 'currency', currency } as const;
  const [whole, cents] = [0, 2].map(
    (digits) =>
      new Intl.NumberFormat(language, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const made: Money = {
    exact: (hundredths) => wide((hundredths % 100 === 0 ? whole : cents)?.format(hundredths / 100) ?? ''),
    about: (hundredths, figures = 2) => wide(whole?.format(leading(hundredths / 100, figures)) ?? ''),
  };
  known.set(name, made);
  return made;
}

/** A number with so many leading figures, the others nothing; below one it is nothing. */
export function leading(value: number, figures: number): number {
  const rounded = Math.round(Number(value.toPrecision(figures)));
  return Object.is(rounded, -0) ? 0 : rounded;
}
