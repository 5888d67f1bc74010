import { z } from 'zod';
import { When } from '#community/reading/wire.ts';
import { GONE } from './model.ts';

/** One message as it was when it was made evidence. Names, and what leads to them, only for those who may see them. */
export const Evidence = z.object({
  id: z.uuid(),
  author: z.string().nullable(),
  /** Stands for the name: the same number for the same human, within one signal or one insight. */
  alias: z.number().int(),
  kind: z.enum(['person', 'staff', 'bot']),
  memberId: z.uuid().nullable(),
  messageId: z.uuid().nullable(),
  threadId: z.uuid().nullable(),
  place: z.string(),
  channel: z.string(),
  when: When,
  link: z.string().nullable(),
  /** Null when it was withdrawn or erased since; `gone` says why. */
  text: z.string().nullable(),
  language: z.string(),
  gone: z.enum(GONE).nullable(),
  addedAt: z.iso.datetime(),
});
export type Evidence = z.output<typeof Evidence>;
