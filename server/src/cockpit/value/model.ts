import type { SingleSlice } from '#cockpit/figures/index.ts';
import type { ProofVerdict } from '#cockpit/proof/lookup.ts';

/** What a number is of: things or people a year, a share from 0 to 1, money in hundredths of the currency. */
export type InputUnit = 'count' | 'share' | 'money';

/** Currencies with two decimals: money is a whole number of hundredths everywhere. */
export const CURRENCIES = ['EUR', 'CHF', 'CAD', 'USD', 'GBP', 'DKK', 'NOK', 'SEK', 'PLN', 'MAD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** What happens, once, and may be counted in one line only. */
export const EVENTS = [
  'question_solved',
  'answer_read',
  'member_stayed',
  'idea_adopted',
  'content_made',
  'recruit_hired',
  'own',
] as const;
export type EventKind = (typeof EVENTS)[number];

interface Stream {
  readonly side: 'in' | 'out';
  /** What a line of it may count; one that costs counts nothing. */
  readonly events: readonly EventKind[];
  /** A line is the product of these, in this order. */
  readonly inputs: Readonly<Record<string, InputUnit>>;
}

/** Of what came in: the share that is due to the programme, and the share of it that would have come anyway. */
const SHARES = { due: 'share', anyway: 'share' } as const;

/** What may come in, and what it may cost. What comes in is multiplied by `due` and by what is left of `anyway`. */
export const STREAMS = {
  answers: {
    side: 'in',
    events: ['question_solved', 'answer_read'],
    inputs: { count: 'count', solved: 'share', worth: 'money', ...SHARES },
  },
  tickets: {
    side: 'in',
    events: ['question_solved', 'answer_read'],
    inputs: { count: 'count', otherwise: 'share', ticket: 'money', ...SHARES },
  },
  stays: {
    side: 'in',
    events: ['member_stayed'],
    inputs: { members: 'count', more: 'share', margin: 'money', ...SHARES },
  },
  ideas: { side: 'in', events: ['idea_adopted'], inputs: { count: 'count', worth: 'money', ...SHARES } },
  content: { side: 'in', events: ['content_made'], inputs: { count: 'count', worth: 'money', ...SHARES } },
  recruits: { side: 'in', events: ['recruit_hired'], inputs: { count: 'count', worth: 'money', ...SHARES } },
  own: { side: 'in', events: ['own'], inputs: { count: 'count', worth: 'money', ...SHARES } },
  people: { side: 'out', events: [], inputs: { posts: 'count', salary: 'money' } },
  tools: { side: 'out', events: [], inputs: { amount: 'money' } },
  perks: { side: 'out', events: [], inputs: { count: 'count', each: 'money' } },
  harm: { side: 'out', events: [], inputs: { count: 'count', each: 'money' } },
} as const satisfies Readonly<Record<string, Stream>>;
export type StreamId = keyof typeof STREAMS;

export const STREAM_IDS = [
  'answers',
  'tickets',
  'stays',
  'ideas',
  'content',
  'recruits',
  'own',
  'people',
  'tools',
  'perks',
  'harm',
] as const satisfies readonly StreamId[];

/** Any stream, where it does not matter which. */
export function streamOf(id: StreamId): Stream {
  return STREAMS[id];
}

export const SOURCES = ['measured', 'proof', 'survey', 'guess'] as const;
export type Source = (typeof SOURCES)[number];

/** The inputs a proof can speak of: how much of what came is due to what was done. */
export const PROVABLE: ReadonlySet<string> = new Set(['due']);

export const SPANS = ['28', '90', '365'] as const;
export type Span = (typeof SPANS)[number];

/** A figure of the registry, as it is asked for. */
export interface FigureAsked {
  readonly figure: string;
  readonly slice: SingleSlice;
  readonly days: Span;
}

/** What that figure was when somebody leant on it: `n` of `of` for a share; a bound is null where nothing bounds it. */
export interface FigureSeen extends FigureAsked {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly of: number;
  readonly from: string;
  readonly until: string;
}

/** Three numbers somebody gave for one that nobody knows: in counts, shares, or hundredths of the currency. */
export interface Three {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What a proof said when somebody leant on it: its verdict, and the share due that follows from its interval. */
export interface ProofSeen extends Three {
  readonly id: string;
  readonly title: string;
  readonly verdict: ProofVerdict;
}

/** A range, with who said so, on which day, and from what. */
export interface Given<Seen = FigureSeen, Shown = ProofSeen> extends Three {
  readonly by: string;
  readonly on: string;
  readonly from: Source;
  readonly note: string | null;
  /** The figure behind it; null unless it was measured. */
  readonly figure: Seen | null;
  /** The proof behind it; absent or null unless it is from one. */
  readonly proof?: Shown | null;
}

/** `which`: which of these events, in words of the house; null: all of them. */
export interface Counted {
  readonly kind: EventKind;
  readonly which: string | null;
}

export interface LineWords<Seen = FigureSeen> {
  readonly stream: StreamId;
  readonly name: string;
  /** Null for what costs. */
  readonly event: Counted | null;
  /** Each year of the horizon, at its end; or once, today. */
  readonly every: 'year' | 'once';
  /** One for each input of the stream. */
  readonly inputs: Readonly<Record<string, Given<Seen>>>;
}

export interface Line extends LineWords {
  readonly id: string;
}

/** Another range for one input of one line. */
export interface Variant<Seen = FigureSeen> {
  readonly lineId: string;
  readonly input: string;
  readonly given: Given<Seen>;
}

export interface Scenario<Seen = FigureSeen> {
  readonly id: string;
  readonly name: string;
  readonly ranges: readonly Variant<Seen>[];
}

/** What all lines share. `rate`: by how much a year later is worth less, 0.05 for 5 %. */
export interface Settings {
  readonly currency: Currency;
  readonly years: number;
  readonly rate: number;
  readonly shape: 'pert' | 'triangular';
}

/** The model as one version holds it. */
export interface Sheet extends Settings {
  readonly lines: readonly Line[];
  readonly scenarios: readonly Scenario[];
}

export interface Version {
  readonly number: number;
  readonly sheet: Sheet;
  readonly why: string | null;
  /** Null: the house itself. */
  readonly by: string | null;
  readonly at: Date;
}

export const MOST_LINES = 40;
export const MOST_SCENARIOS = 4;

/** One difference between two versions. Values as they stand in the sheet; null: it was not there. */
export interface Change {
  readonly what: 'setting' | 'line' | 'scenario';
  readonly is: 'added' | 'removed' | 'changed';
  /** Of the line or the scenario; the setting's own name. */
  readonly name: string;
  readonly stream: StreamId | null;
  /** Which field or input; null where it is the whole. */
  readonly field: string | null;
  readonly unit: InputUnit | 'text' | 'years' | 'source';
  readonly before: Three | string | number | null;
  readonly after: Three | string | number | null;
}
