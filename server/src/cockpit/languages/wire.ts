import { z } from 'zod';

/** Languages members write in, the most written first; codes as figures are narrowed by them. */
export const LanguagesView = z.object({
  items: z.array(z.object({ code: z.string(), messages: z.number().int() })),
});
export type LanguagesView = z.output<typeof LanguagesView>;
