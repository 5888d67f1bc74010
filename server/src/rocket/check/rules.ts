import type { Found, FoundAll } from '#rocket/traces/index.ts';
import { INDICATORS, KeptMonth } from './model.ts';
import type {
  Axes,
  Band,
  Bands,
  BandState,
  Check,
  Indicator,
  IndicatorState,
  Judged,
  MonthRow,
  OwnBounds,
  Sentence,
} from './model.ts';

type Bounds = Judged['bounds'];

/** What was found against its bounds. Nothing where something should be is missing; no traces is unavailable, never zero. */
export function stateOf(
  indicator: Pick<Indicator, 'better' | 'atMissing'>,
  bounds: Bounds,
  found: Found,
): IndicatorState {
  if (found.is === 'unavailable') return 'unavailable';
  if (found.is === 'nothing') return 'missing';
  // Seen from the better side both kinds of bounds read alike.
  const sign = indicator.better === 'more' ? 1 : -1;
  const [value, inPlace, missing] = [found.value * sign, bounds.inPlace * sign, bounds.missing * sign];
  if (value < missing || (indicator.atMissing && value === missing)) return 'missing';
  return value >= inPlace && found.isShort !== true ? 'in_place' : 'weak';
}

/**
 * A band is absent when an indicator it stands on is missing, or more than half of the available ones are; present when
 * at least two thirds are in place; else weak. Without any available one nothing can be said of it.
 */
export function bandOf(judged: readonly Pick<Judged, 'state' | 'indicator'>[]): BandState {
  const available = judged.filter(({ state }) => state !== 'unavailable');
  if (available.length === 0) return 'unjudged';
  const missing = available.filter(({ state }) => state === 'missing');
  if (missing.some(({ indicator }) => indicator.bears) || missing.length * 2 > available.length) return 'absent';
  const inPlace = available.filter(({ state }) => state === 'in_place').length;
  return inPlace * 3 >= available.length * 2 ? 'present' : 'weak';
}

type Told = Readonly<Record<BandState, Sentence>>;

const all = (sentence: Sentence): Told => ({
  present: sentence,
  weak: sentence,
  absent: sentence,
  unjudged: sentence,
});

/** What is said, by the state of the field, then of the cockpit, then of the bridge between them. See docs/adr/one-sentence.md. */
const SAID: Readonly<Record<BandState, Readonly<Record<BandState, Told>>>> = {
  present: {
    present: { present: 'whole', weak: 'bridge_weak', absent: 'apart', unjudged: 'bridge_unjudged' },
    weak: { ...all('cockpit_weak'), absent: 'cockpit_weak_apart' },
    absent: all('no_cockpit'),
    unjudged: all('cockpit_unjudged'),
  },
  weak: {
    present: { ...all('field_weak'), absent: 'field_weak_apart' },
    weak: { ...all('growing'), absent: 'growing_apart' },
    absent: all('field_weak_no_cockpit'),
    unjudged: all('cockpit_unjudged'),
  },
  absent: {
    present: all('no_field'),
    weak: all('cockpit_weak_no_field'),
    absent: all('ground'),
    unjudged: all('cockpit_unjudged'),
  },
  unjudged: {
    present: all('field_unjudged'),
    weak: all('field_unjudged'),
    absent: all('field_unjudged'),
    unjudged: all('unjudged'),
  },
};

/** The one sentence for what the three bands are. */
export function sentenceOf({ field, cockpit, bridge }: Bands): Sentence {
  return SAID[field][cockpit][bridge];
}

/** How much of what can be judged is in place, on either side. */
export function axesOf(judged: readonly Judged[]): Axes {
  const isField = ({ indicator }: Judged): boolean => indicator.band === 'field';
  return {
    animates: inPlaceShare(judged.filter(isField)),
    pilots: inPlaceShare(judged.filter((one) => !isField(one))),
  };
}

function inPlaceShare(judged: readonly Judged[]): number | null {
  const available = judged.filter(({ state }) => state !== 'unavailable');
  if (available.length === 0) return null;
  return available.filter(({ state }) => state === 'in_place').length / available.length;
}

/** Judges everything that was found: each indicator, the bands, the sentence, the position. */
export function checkOf(found: FoundAll, own: readonly OwnBounds[]): Check {
  const indicators = INDICATORS.map((indicator): Judged => {
    const bounds = boundsOf(indicator, own);
    return { indicator, bounds, found: found[indicator.id], state: stateOf(indicator, bounds, found[indicator.id]) };
  });
  const of = (band: Band): BandState => bandOf(indicators.filter(({ indicator }) => indicator.band === band));
  const bands = { cockpit: of('cockpit'), bridge: of('bridge'), field: of('field') };
  return { indicators, bands, sentence: sentenceOf(bands), axes: axesOf(indicators) };
}

function boundsOf(indicator: Indicator, own: readonly OwnBounds[]): Bounds {
  const set = indicator.isOpen ? own.find((one) => one.indicator === indicator.id) : undefined;
  return set === undefined
    ? { inPlace: indicator.inPlace, missing: indicator.missing }
    : { inPlace: set.inPlace, missing: set.missing };
}

const MOST = { share: 1, seconds: 31_536_000, per_1000: 1000, objectives: 1000, steps: 1 } as const;

/** Whether bounds can be: within what the unit allows, and "in place" on the better side of "missing". */
export function canBe({ unit, better }: Pick<Indicator, 'unit' | 'better'>, { inPlace, missing }: Bounds): boolean {
  const isWithin = [inPlace, missing].every((bound) => bound >= 0 && bound <= MOST[unit]);
  return isWithin && (better === 'more' ? inPlace > missing : inPlace < missing);
}

/** The months that were kept, from the newest back, as they are told: the oldest first. What is no check (a hand in the base) is left out. */
export function monthsIn(rows: readonly MonthRow[]): readonly { readonly month: string; readonly kept: KeptMonth }[] {
  return rows
    .flatMap(({ month, answer }) => {
      const kept = KeptMonth.safeParse(answer);
      return kept.success ? [{ month, kept: kept.data }] : [];
    })
    .toReversed();
}
