import { z } from 'zod';

/** One message as the archive has it. The account's id is not in it: the display name is all there is. */
export const Entry = z.object({
  id: z.int().nonnegative(),
  sender_full_name: z.string().trim().min(1),
  /** Epoch seconds. */
  timestamp: z.number(),
  /** HTML. */
  content: z.string(),
  last_edit_timestamp: z.number().nullish(),
});

export const Message = z.object({
  stream: z.string(),
  topic: z.string(),
  id: z.number(),
  sender: z.string(),
  timestamp: z.number(),
  content: z.string(),
  edited: z.number().optional(),
  opens: z.boolean(),
});
export type Message = z.infer<typeof Message>;

export const Person = z.object({ name: z.string() });
export const Stream = z.object({ name: z.string() });
export const Topic = z.object({ stream: z.string(), title: z.string() });
