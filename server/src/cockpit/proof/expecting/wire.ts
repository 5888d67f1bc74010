import { z } from 'zod';
import { DESIGNS } from './model.ts';

export { DESIGNS } from './model.ts';
export type { Design } from './model.ts';

const Day = z.iso.date();
/** Ids inside of lists and slices; that they are known here is looked up. */
const Id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const ids = z.array(Id).max(50).readonly();

export const Slice = z.strictObject({
  place: ids.optional(),
  channel: ids.optional(),
  segment: z.union([Id, z.string().regex(/^[a-z_]{1,40}$/)]).optional(),
  theme: ids.optional(),
  language: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .readonly()
    .optional(),
  kind: z.enum(['question', 'other']).optional(),
});
export type Slice = z.output<typeof Slice>;

const KnownEvent = z.object({ day: Day, text: z.string().trim().min(1).max(300) });

/** What is chosen beside the figure, its part, its direction and its size. */
const Around = {
  controls: z.array(Slice).max(3).readonly().default([]),
  events: z.array(KnownEvent).max(20).readonly().default([]),
} as const;

const Title = z.string().trim().min(1).max(200);

/** Of its own. `size` is in the figure's unit of one week, or in percent. */
const Own = z.strictObject({
  title: Title,
  figure: z.string().max(60),
  slice: Slice.default({}),
  direction: z.enum(['up', 'down']),
  size: z.number().min(-1e9).max(1e9),
  sizeIn: z.enum(['unit', 'percent']),
  startDay: Day,
  weeks: z.int().min(1).max(52),
  design: z.enum(DESIGNS).default('weeks'),
  /** Of a draw: who agreed to it in the workspace's name, and how. */
  consent: z.string().trim().min(1).max(1000).optional(),
  ...Around,
});

/** Of a mandate: its expectation and its days, as they were frozen when it was given. */
const OfMandate = z.strictObject({ mandateId: z.uuid(), title: Title.optional(), ...Around });

export const NewProof = z.union([OfMandate, Own]);
export type NewProof = z.output<typeof NewProof>;
export type OwnProof = z.output<typeof Own>;
