import { z } from 'zod';
import { Language } from '#workspace/people/wire.ts';

const SpaceName = z.string().trim().min(1).max(120);
const Zone = z.string().max(64);

export const SpaceView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  zone: z.string(),
  language: Language,
  isDemo: z.boolean(),
});
export type SpaceView = z.output<typeof SpaceView>;

export const NewSpace = z.strictObject({ name: SpaceName, zone: Zone, language: Language });
export type NewSpace = z.output<typeof NewSpace>;

/** Absent: left as it is. */
export const ChangeSpace = z.strictObject({
  name: SpaceName.optional(),
  zone: Zone.optional(),
  language: Language.optional(),
});
export type ChangeSpace = z.output<typeof ChangeSpace>;
