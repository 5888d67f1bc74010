import { z } from 'zod';

/** What the house holds about one person. */
export const PersonalData = z.object({
  identities: z.number().int(),
  messages: z.number().int(),
  reactions: z.number().int(),
  /** Rows kept as the place sent them. */
  raws: z.number().int(),
  /** Messages of others that hold his name. */
  mentions: z.number().int(),
  collected: z.array(z.enum(['handle', 'name', 'email', 'text', 'reaction'])),
});

export const ExportQuery = z.object({ format: z.enum(['json', 'csv']).default('json') });

export const Erasure = z.object({
  /** The member's name typed again: what is erased does not come back. */
  name: z.string().max(200),
  reason: z.enum(['asked_by_the_person', 'not_needed_any_more', 'other']),
});

export const ErasureDone = z.object({
  identities: z.number().int(),
  messages: z.number().int(),
  /** Texts of others where his name was taken out. */
  mentions: z.number().int(),
  /** Names that are also everyday words: taken out where they are mentions, left elsewhere. */
  leftAsWords: z.array(z.string()),
});

export type PersonalData = z.output<typeof PersonalData>;
export type Erasure = z.output<typeof Erasure>;
export type ErasureDone = z.output<typeof ErasureDone>;
