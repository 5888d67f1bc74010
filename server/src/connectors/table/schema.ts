import { z } from 'zod';

/** What a column can mean, in the order of the mapping screen. */
export const FIELDS = [
  'date',
  'author',
  'text',
  'email',
  'channel',
  'thread',
  'title',
  'id',
  'replyTo',
  'url',
  'language',
] as const;
export type Field = (typeof FIELDS)[number];

export const REQUIRED: ReadonlySet<Field> = new Set(['date', 'author', 'text']);

/** The order of « 03/04/2024 »: day first or month first. */
export const Order = z.enum(['dmy', 'mdy']);
export type Order = z.infer<typeof Order>;

/** One row: only the columns a person mapped are kept, as they stand. */
export const Message = z.object({
  date: z.string(),
  order: Order.optional(),
  by: z.string(),
  text: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  opens: z.boolean(),
  replyTo: z.string().optional(),
  url: z.string().optional(),
  /** ISO 639-1. */
  language: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

export const Person = z.object({ handle: z.string(), email: z.string().optional() });
export type Person = z.infer<typeof Person>;

export const Channel = z.object({ name: z.string() });

export const Thread = z.object({ channel: z.string(), title: z.string().optional() });
export type Thread = z.infer<typeof Thread>;
