import { z } from 'zod';

/** The beginnings of words, as they are being typed. */
export const FindQuery = z.object({ typed: z.string().trim().min(2).max(100) });

const Found = z.object({ id: z.uuid(), name: z.string() });

/** At most five of each, the likeliest first. */
export const FoundView = z.object({
  /** `places`: where the member has accounts. */
  members: z.array(Found.extend({ places: z.array(z.string()) })),
  places: z.array(Found),
  threads: z.array(Found.extend({ place: z.string() })),
});

export type FoundView = z.output<typeof FoundView>;
