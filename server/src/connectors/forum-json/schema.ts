import { isDay } from '@passerelle/kit';
import { z } from 'zod';

const Id = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const States = z
  .array(z.string().max(50))
  .nullish()
  .transform((states) => states ?? []);

/** A message as the export has it. `id` is its place in the thread, from 0; the place shows days only. */
export const Comment = z.object({
  id: z.number().int().nonnegative(),
  authorID: Id,
  deducedDate: z.string().refine(isDay),
  content: z.string(),
  states: States,
  /** When the page was read, in epoch milliseconds: orders two copies of one message. */
  loadTimestamp: z.number().nonnegative().nullish(),
});
export type Comment = z.infer<typeof Comment>;

/** The fields around the messages of a thread. */
export const Topic = z.object({
  id: Id,
  title: z.string().nullish(),
  majorTag: z.string().nullish(),
  minorTag: z.string().nullish(),
  states: States,
});
export type Topic = z.infer<typeof Topic>;

export const Message = z.object({
  thread: z.string(),
  channel: z.string(),
  position: z.number(),
  author: z.string(),
  day: z.string(),
  content: z.string(),
  states: z.array(z.string()),
});
export type Message = z.infer<typeof Message>;

export const Thread = z.object({
  channel: z.string(),
  title: z.string().optional(),
  tags: z.array(z.string()),
  states: z.array(z.string()),
});
export type Thread = z.infer<typeof Thread>;

export const Person = z.object({ pseudonym: z.string().optional() });
export const Forum = z.object({ name: z.string() });
