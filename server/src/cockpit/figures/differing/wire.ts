import { z } from 'zod';
import { FigureCard, FigureParams, FigureQuery, FigureValue } from '#cockpit/figures/wire.ts';
import { ELSEWHERE, OTHERWISE } from './model.ts';

export const DiffersParams = FigureParams;
export const DiffersQuery = FigureQuery;

/** The text a figure is computed by, over all places and nothing else, as both engines get it; null: it has no source yet. */
export const FigureFormula = z.object({ id: z.string(), sql: z.string().nullable() });
export type FigureFormula = z.output<typeof FigureFormula>;

export const FigureDiffers = z.object({
  figure: FigureCard,
  window: z.object({ from: z.iso.date(), until: z.iso.date(), zone: z.string() }),
  value: FigureValue,
  /** The same facts and days counted otherwise, each with what is counted so and by whom. */
  counts: z.array(
    z.object({
      id: z.enum(OTHERWISE),
      name: z.string(),
      why: z.string(),
      value: FigureValue,
      /** It comes to the same here. */
      isSame: z.boolean(),
    }),
  ),
  /** What other tools count that these facts do not hold. */
  elsewhere: z.array(z.object({ id: z.enum(ELSEWHERE), name: z.string(), why: z.string() })),
  /** The request that gives this same answer. */
  request: z.string(),
});
export type FigureDiffers = z.output<typeof FigureDiffers>;
