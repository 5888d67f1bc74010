import { z } from 'zod';
import { Slice } from '#bridge/mandates/wire.ts';
import { DESIGNS } from './model.ts';

export { Slice } from '#bridge/mandates/wire.ts';
export { DESIGNS } from './model.ts';
export type { Design } from './model.ts';

const Day = z.iso.date();
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
