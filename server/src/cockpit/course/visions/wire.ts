import { z } from 'zod';

/** `number`: of the version that was read, 0 where there was none. */
export const NewVision = z.strictObject({
  number: z.int().min(0),
  text: z.string().trim().min(1).max(4000),
});
export type NewVision = z.output<typeof NewVision>;

export const ConfirmVision = z.strictObject({ number: z.int().min(1) });

export const MadeVision = z.object({ number: z.int() });

export const VisionVersion = z.object({
  number: z.int(),
  text: z.string(),
  writtenBy: z.string(),
  writtenAt: z.iso.datetime(),
  /** Who said yes to this version, the latest first. */
  confirmations: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
});
export type VisionVersion = z.output<typeof VisionVersion>;

export const VisionView = z.object({
  /** Every version, the newest first; none: nobody wrote one. */
  versions: z.array(VisionVersion),
  /** Whether the sponsor is asked to confirm it, and since or from which day; null without a vision. */
  asking: z.object({ isDue: z.boolean(), on: z.iso.date() }).nullable(),
  can: z.object({ write: z.boolean(), confirm: z.boolean() }),
});
export type VisionView = z.output<typeof VisionView>;
