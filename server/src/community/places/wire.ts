import { z } from 'zod';

/** What a kind of place can give; what is false is unavailable in figures, never zero. */
export const Gives = z.object({
  threads: z.boolean(),
  replies: z.boolean(),
  hours: z.boolean(),
  reactions: z.boolean(),
  personIds: z.boolean(),
  staff: z.boolean(),
  silentMembers: z.boolean(),
  originalLinks: z.boolean(),
});

export const PlaceRow = z.object({
  id: z.uuid(),
  name: z.string(),
  connector: z.string(),
  connectorName: z.string(),
  language: z.enum(['fr', 'en']).nullable(),
  state: z.enum(['half_set_up', 'connected', 'throttled', 'needs_reauth', 'paused', 'gone']),
  gives: Gives,
  channels: z.number().int(),
  members: z.number().int(),
  threads: z.number().int(),
  messages: z.number().int(),
  /** The newest message, as fine as the place gives dates. */
  newest: z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]).nullable(),
  lastImportAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});

export const PlacesView = z.object({ items: z.array(PlaceRow), can: z.object({ import: z.boolean(), change: z.boolean() }) });

export const PlacePatch = z.object({
  version: z.number().int(),
  name: z.string().trim().min(1).max(120).optional(),
  language: z.enum(['fr', 'en']).nullable().optional(),
});

/** The name typed again: what goes with a place does not come back by itself. */
export const PlaceRemoval = z.object({ name: z.string().max(120) });

export type Gives = z.output<typeof Gives>;
export type PlaceRow = z.output<typeof PlaceRow>;
export type PlacesView = z.output<typeof PlacesView>;
export type PlacePatch = z.output<typeof PlacePatch>;
export type PlaceRemoval = z.output<typeof PlaceRemoval>;
