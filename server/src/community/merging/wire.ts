import { z } from 'zod';

/** Why two members may be one. `same_name` alone is weak, and weaker still where a place knows people by name only. */
export const MergeReason = z.enum(['same_email', 'same_handle', 'same_name']);

const Side = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'staff', 'bot']),
  places: z.array(z.string()),
  messages: z.number().int(),
  byNameOnly: z.boolean(),
});

export const SuggestionsQuery = z.object({
  member: z.uuid().optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const Suggestion = z.object({ a: Side, b: Side, reason: MergeReason, shared: z.string() });
export const SuggestionsView = z.object({ items: z.array(Suggestion), total: z.number().int() });

export const NewMerge = z.object({
  keepId: z.uuid(),
  absorbId: z.uuid(),
  reason: z.union([MergeReason, z.literal('by_hand')]),
});

export const NewRefusal = z.object({ a: z.uuid(), b: z.uuid() });

export type MergeReason = z.output<typeof MergeReason>;
export type SuggestionsQuery = z.output<typeof SuggestionsQuery>;
export type Suggestion = z.output<typeof Suggestion>;
export type SuggestionsView = z.output<typeof SuggestionsView>;
export type NewMerge = z.output<typeof NewMerge>;
export type NewRefusal = z.output<typeof NewRefusal>;
