import { z } from 'zod';
import { FigureCard, SingleSlice } from '#cockpit/figures/wire.ts';

export type { SingleSlice as Slice } from '#cockpit/figures/wire.ts';

/** What a key result must know of its figure. */
const Figure = FigureCard.pick({ id: true, name: true, unit: true, direction: true });

const Day = z.iso.date();

const Measured = {
  figure: z.string().max(60),
  slice: SingleSlice.default({}),
  /** How many days it is measured over, each time: whole weeks. */
  spanDays: z.int().min(7).max(392).multipleOf(7),
  /** The baseline's window ends with the week before this day; absent: with the newest week that is over. */
  until: Day.optional(),
} as const;

export const AskBaseline = z.strictObject(Measured);
export type AskBaseline = z.output<typeof AskBaseline>;

const Bound = z.number().nullable();
const Window = { from: Day, until: Day } as const;

/** What the figure is now, before anything is kept: the same as the key result will start from. */
export const BaselineView = z.object({
  figure: Figure,
  baseline: z.object({ value: z.number(), low: Bound, high: Bound, ...Window }),
});
export type BaselineView = z.output<typeof BaselineView>;

/** The baseline is measured when it is kept, never typed. Which way it should go follows from target and baseline. */
export const NewKeyResult = z.strictObject({ ...Measured, target: z.number().min(-1e9).max(1e9), due: Day });
export type NewKeyResult = z.output<typeof NewKeyResult>;

export const KeyResultParams = z.object({ keyResultId: z.uuid() });
export const MadeKeyResult = z.object({ id: z.uuid() });

export const DropKeyResult = z.strictObject({
  version: z.int().min(1),
  why: z.string().trim().min(1).max(2000),
});
export type DropKeyResult = z.output<typeof DropKeyResult>;

/** `day`: the last of the window. Without a value `because` says why, in the reader's language. */
export const ReadingView = z.object({
  day: Day,
  takenAt: z.iso.datetime(),
  value: z.number().nullable(),
  low: Bound,
  high: Bound,
  because: z.string().nullable(),
});
export type ReadingView = z.output<typeof ReadingView>;

export const KeyResultView = z.object({
  id: z.uuid(),
  figure: Figure,
  slice: SingleSlice,
  spanDays: z.int(),
  baseline: z.object({ value: z.number(), low: Bound, high: Bound, ...Window }),
  target: z.number(),
  due: Day,
  version: z.int(),
  state: z.enum(['ahead', 'on_course', 'behind', 'cannot_tell', 'reached']),
  /** Why its pace cannot be told, or what speaks against it, in the reader's language. */
  because: z.string().nullable(),
  /** Where the straight line stands on the day of the last reading, or today without one. */
  expected: z.number(),
  /** 1 at the target; null where it is not known. */
  progress: z.number().nullable(),
  /** The last ones, the oldest first. */
  readings: z.array(ReadingView),
});
export type KeyResultView = z.output<typeof KeyResultView>;
