import { z } from 'zod';

export const SessionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** "Firefox, Linux"; empty when the browser does not say. */
      device: z.string(),
      address: z.string(),
      madeAt: z.string(),
      seenAt: z.string(),
      /** The one this request came with. */
      isThis: z.boolean(),
    }),
  ),
});
export type SessionList = z.output<typeof SessionList>;

export const SessionParams = z.object({ sessionId: z.uuid() });
