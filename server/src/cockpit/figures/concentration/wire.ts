import { z } from 'zod';

const Count = z.number().int();

/** What is written, by how many: the most active first. */
export const Concentration = z.object({
  kind: z.literal('concentration'),
  of: z.enum(['persons', 'organisations']),
  /** How many contributed, and how much they wrote together. */
  count: Count,
  acts: Count,
  /** The smallest number that makes half. */
  half: Count,
  /** The `n` most active made `share` of all; from nobody to everybody, straight between the points. */
  points: z.array(z.object({ n: Count, share: z.number() })),
});
export type Concentration = z.output<typeof Concentration>;
