import { z } from 'zod';
import { FigureCard, SingleSlice } from '#cockpit/figures/wire.ts';
import { Verdict } from '#cockpit/proof/wire.ts';
import { Currency, Event, Source, Span, Stream } from '#cockpit/value/wire.ts';

const Day = z.iso.date();

/** Absent: the newest one. */
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).max(1e6).optional() });

const FigureSeen = z.object({
  figure: z.string(),
  name: z.string(),
  unit: FigureCard.shape.unit,
  slice: SingleSlice,
  days: Span,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
  of: z.number(),
  from: Day,
  until: Day,
});
export type FigureSeen = z.output<typeof FigureSeen>;

const ProofSeen = z.object({
  id: z.uuid(),
  title: z.string(),
  /** When the number was kept, as the share that follows from it. */
  verdict: Verdict,
  low: z.number(),
  likely: z.number(),
  high: z.number(),
});

const GivenView = z.object({
  low: z.number(),
  likely: z.number(),
  high: z.number(),
  by: z.string(),
  on: Day,
  from: Source,
  note: z.string().nullable(),
  figure: FigureSeen.nullable(),
  proof: ProofSeen.nullable(),
});
export type GivenView = z.output<typeof GivenView>;

const EventView = z.object({ kind: Event, which: z.string().nullable() });

export const LineView = z.object({
  id: z.uuid(),
  stream: Stream,
  side: z.enum(['in', 'out']),
  name: z.string(),
  event: EventView.nullable(),
  every: z.enum(['year', 'once']),
  /** In the order in which they are multiplied; `anyway` by what it leaves. */
  inputs: z.array(z.object({ id: z.string(), unit: z.enum(['count', 'share', 'money']), given: GivenView })),
});
export type LineView = z.output<typeof LineView>;

export const ScenarioView = z.object({
  id: z.uuid(),
  name: z.string(),
  ranges: z.array(z.object({ lineId: z.string(), input: z.string(), given: GivenView })),
});
export type ScenarioView = z.output<typeof ScenarioView>;

/** The formula peers use, with the likely numbers of this model; or what of it is not there. */
const UsualView = z.union([
  z.object({ state: z.literal('value'), reads: z.number(), ticket: z.number(), share: z.number(), amount: z.int() }),
  z.object({ state: z.literal('unavailable'), lacks: z.array(z.enum(['reads', 'ticket'])) }),
]);

const ReviewView = z.object({ at: z.iso.datetime(), by: z.string(), version: z.int(), note: z.string().nullable() });
export type ReviewView = z.output<typeof ReviewView>;

/** Streams as forms need them. */
const StreamView = z.object({
  id: Stream,
  side: z.enum(['in', 'out']),
  events: z.array(Event),
  inputs: z.array(z.object({ id: z.string(), unit: z.enum(['count', 'share', 'money']) })),
});
export type StreamView = z.output<typeof StreamView>;

const SheetView = z.object({
  number: z.int(),
  madeAt: z.iso.datetime(),
  /** Null: the house itself. */
  by: z.string().nullable(),
  currency: Currency,
  years: z.int(),
  rate: z.number(),
  shape: z.enum(['pert', 'triangular']),
  lines: z.array(LineView),
  scenarios: z.array(ScenarioView),
  /** Something comes in and something is paid: it can be summed up. */
  isWhole: z.boolean(),
  usual: UsualView,
});
export type SheetView = z.output<typeof SheetView>;

export const ValueView = z.object({
  today: Day,
  streams: z.array(StreamView),
  currencies: z.array(Currency),
  /** Null while nobody began. */
  sheet: SheetView.nullable(),
  /** Of the newest version, which may be another than the one asked for. */
  newest: z.int().nullable(),
  review: ReviewView.nullable(),
  /** Somebody should read it through: nobody changed or reviewed it for so many days. */
  reviewDays: z.int(),
  isReviewDue: z.boolean(),
  can: z.object({ write: z.boolean(), review: z.boolean() }),
});
export type ValueView = z.output<typeof ValueView>;

const ThreeView = z.object({ low: z.number(), likely: z.number(), high: z.number() });
const Told = z.union([ThreeView, z.string(), z.number()]).nullable();

export const ChangeView = z.object({
  what: z.enum(['setting', 'line', 'scenario']),
  is: z.enum(['added', 'removed', 'changed']),
  name: z.string(),
  stream: Stream.nullable(),
  field: z.string().nullable(),
  unit: z.enum(['count', 'share', 'money', 'text', 'years', 'source']),
  before: Told,
  after: Told,
});
export type ChangeView = z.output<typeof ChangeView>;

export const HistoryView = z.object({
  currency: Currency.nullable(),
  /** The newest first; the last thirty. */
  versions: z.array(
    z.object({
      number: z.int(),
      at: z.iso.datetime(),
      by: z.string().nullable(),
      why: z.string().nullable(),
      changes: z.array(ChangeView),
    }),
  ),
  reviews: z.array(ReviewView),
});
export type HistoryView = z.output<typeof HistoryView>;
