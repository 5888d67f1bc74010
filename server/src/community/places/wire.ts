import { z } from 'zod';

export const PlaceName = z.string().trim().min(1).max(120);
export const PlaceLanguage = z.enum(['fr', 'en']);

/** What a kind of place does not tell; figures that need it are unavailable there, never zero. */
export const Missing = z.enum([
  'threads',
  'replies',
  'hours',
  'reactions',
  'personIds',
  'staff',
  'silentMembers',
  'originalLinks',
]);

const When = z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]);

export const PlaceView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The kind of place, by the id of its connector; empty until the first export is recognised. */
  connector: z.string(),
  language: PlaceLanguage.nullable(),
  state: z.enum(['half_set_up', 'connected', 'throttled', 'needs_reauth', 'paused', 'gone']),
  missing: z.array(Missing),
  lastImportAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  can: z.object({ edit: z.boolean(), remove: z.boolean(), import: z.boolean() }),
});

export const PlacesView = z.object({ items: z.array(PlaceView), can: z.object({ add: z.boolean() }) });

/** What came from a place. */
export const PlaceCounts = z.object({
  placeId: z.uuid(),
  channels: z.number().int(),
  members: z.number().int(),
  threads: z.number().int(),
  messages: z.number().int(),
  newest: When.nullable(),
});

export const PlacesCounts = z.object({ items: z.array(PlaceCounts) });

export const PlacePatch = z.object({
  version: z.number().int(),
  name: PlaceName.optional(),
  /** `null`: no language in particular. */
  language: PlaceLanguage.nullable().optional(),
});

/** The name of the place, typed by whoever deletes it. */
export const PlaceRemoval = z.object({ name: z.string().max(200) });

export type PlaceView = z.output<typeof PlaceView>;
export type PlacesView = z.output<typeof PlacesView>;
export type PlaceCounts = z.output<typeof PlaceCounts>;
export type PlacesCounts = z.output<typeof PlacesCounts>;
export type PlacePatch = z.output<typeof PlacePatch>;
export type PlaceRemoval = z.output<typeof PlaceRemoval>;
