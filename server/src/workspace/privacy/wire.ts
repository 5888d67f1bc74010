import { z } from 'zod';

export const SMALLEST = { from: 3, to: 100 };

const SmallestGroup = z.number().int().min(SMALLEST.from).max(SMALLEST.to);

export const PrivacyView = z.object({
  /** Numbers of fewer persons are hidden from those who do not work with members by name. */
  smallestGroup: SmallestGroup,
  /** `seeFew`: nothing is hidden from the caller. */
  can: z.object({ change: z.boolean(), seeFew: z.boolean() }),
});
export type PrivacyView = z.output<typeof PrivacyView>;

export const ChangePrivacy = z.strictObject({ smallestGroup: SmallestGroup });
export type ChangePrivacy = z.output<typeof ChangePrivacy>;
