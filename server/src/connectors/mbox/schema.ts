import { z } from 'zod';

/** What is kept of one message: its headers as they stand (unfolded) and the text that was decoded from its parts. */
export const Mail = z.object({
  id: z.string(),
  from: z.string(),
  date: z.string(),
  channel: z.string(),
  subject: z.string().optional(),
  inReplyTo: z.string().optional(),
  references: z.string().optional(),
  text: z.string(),
  format: z.enum(['plain', 'html']),
});
export type Mail = z.infer<typeof Mail>;

export const Person = z.object({ address: z.string(), name: z.string().optional() });
export type Person = z.infer<typeof Person>;

export const Channel = z.object({ id: z.string(), name: z.string() });
export type Channel = z.infer<typeof Channel>;

export const Thread = z.object({ id: z.string(), channel: z.string(), title: z.string().optional() });
export type Thread = z.infer<typeof Thread>;
