import { z } from 'zod';
import { PathView } from '#rocket/steps/wire.ts';
import { BAND_STATES, BANDS, SENTENCES, STATES } from './model.ts';

export type { Band, BandState, IndicatorState, Sentence } from './model.ts';

const Day = z.iso.date();
const Window = z.object({ from: Day, until: Day });
const Bounds = z.object({ inPlace: z.number(), missing: z.number() });

const BandsView = z.object({ cockpit: z.enum(BAND_STATES), bridge: z.enum(BAND_STATES), field: z.enum(BAND_STATES) });
export type BandsView = z.output<typeof BandsView>;

const AxesView = z.object({ animates: z.number().nullable(), pilots: z.number().nullable() });
export type AxesView = z.output<typeof AxesView>;

export const IndicatorView = z.object({
  id: z.string(),
  band: z.enum(BANDS),
  unit: z.enum(['share', 'seconds', 'per_1000', 'objectives', 'steps']),
  better: z.enum(['more', 'less']),
  state: z.enum(STATES),
  /** Null with a reason: nothing there (missing) or nothing known (unavailable). */
  value: z.number().nullable(),
  n: z.number().nullable(),
  of: z.number().nullable(),
  because: z.string().nullable(),
  bounds: Bounds,
  /** The house's own bounds. */
  standard: Bounds,
  /** Set for this workspace, with the reason; null: the house's own hold. */
  own: z.object({ why: z.string(), by: z.string(), at: z.iso.datetime(), version: z.number().int() }).nullable(),
  /** The band is absent while this is missing. */
  bears: z.boolean(),
  can: z.object({ setBounds: z.boolean() }),
  /** Pages inside the workspace: where one does something about it, and where the traces are. */
  act: z.string(),
  traces: z.string(),
});
export type IndicatorView = z.output<typeof IndicatorView>;

export const CheckView = z.object({
  takenAt: z.iso.datetime(),
  /** Over which days colleagues were looked at. */
  window: Window,
  /** Over which days members were looked at: up to the newest activity. Null while there is none. */
  figuresWindow: Window.nullable(),
  sentence: z.enum(SENTENCES),
  bands: BandsView,
  axes: AxesView,
  indicators: z.array(IndicatorView),
  /** As it was said at the end of each month, the oldest first. */
  history: z.array(z.object({ month: Day, sentence: z.enum(SENTENCES), bands: BandsView, axes: AxesView })),
  /** How far one is on the way to the whole rocket. */
  path: PathView,
  can: z.object({ setBounds: z.boolean() }),
});
export type CheckView = z.output<typeof CheckView>;

export const BoundsParams = z.object({ indicator: z.string().max(40) });

/** `version`: of the bounds that were read; 0: the house's own. */
export const NewBounds = z.strictObject({
  version: z.number().int().min(0),
  inPlace: z.number().min(0).max(100_000_000),
  missing: z.number().min(0).max(100_000_000),
  why: z.string().trim().min(1).max(1000),
});
export type NewBounds = z.output<typeof NewBounds>;
