import { z } from 'zod';

/** One line of the export: seven columns without header. The room's own id is not kept, its address is its name. */
export const Line = z.object({
  room: z.string(),
  at: z.string(),
  author: z.string(),
  text: z.string(),
});
export type Line = z.infer<typeof Line>;

export const Person = z.object({ handle: z.string() });
export const Room = z.object({ name: z.string() });

export const COLUMNS = 7;
