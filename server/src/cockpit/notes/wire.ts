import { z } from 'zod';

const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '3000-01-01');
const list = <T extends z.ZodType>(of: T) =>
  z.union([of, z.array(of).max(50)]).transform((value) => (Array.isArray(value) ? value : [value]));

/** Days of the workspace's zone: `from` is in, `until` is out. */
export const NotesQuery = z.object({
  from: Day,
  until: Day,
  /** Events of these places only; notes of people are for all. */
  place: list(z.uuid()).optional(),
});
export type NotesQuery = z.output<typeof NotesQuery>;

export const NoteLine = z.object({
  id: z.uuid(),
  day: z.string(),
  text: z.string(),
  author: z.string(),
  version: z.number().int(),
});
export type NoteLine = z.output<typeof NoteLine>;

/** What happened that nobody wrote down: from the record, and from the facts. Names are told as long as they are known. */
export const EventLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), day: z.string(), place: z.string(), added: z.number().int() }),
  z.object({ kind: z.literal('place_deleted'), day: z.string() }),
  z.object({ kind: z.literal('staff_rules'), day: z.string() }),
  z.object({ kind: z.literal('place_began'), day: z.string(), place: z.string() }),
  z.object({ kind: z.literal('place_silent'), day: z.string(), place: z.string() }),
  z.object({
    kind: z.literal('channels_silent'),
    day: z.string(),
    place: z.string(),
    count: z.number().int(),
    /** The busiest of them. */
    names: z.array(z.string()),
    /** Of the contributions of the place in the 90 days before. */
    share: z.number(),
  }),
]);
export type EventLine = z.output<typeof EventLine>;

export const NotesView = z.object({
  notes: z.array(NoteLine),
  events: z.array(EventLine),
  can: z.object({ add: z.boolean() }),
});
export type NotesView = z.output<typeof NotesView>;

const Draft = { day: Day, text: z.string().trim().min(1).max(500) } as const;

export const NewNote = z.strictObject(Draft);
export type NewNote = z.output<typeof NewNote>;

export const ChangedNote = z.strictObject({ ...Draft, version: z.int().min(1) });
export type ChangedNote = z.output<typeof ChangedNote>;

export const MadeNote = z.object({ id: z.uuid() });
export const NoteParams = z.object({ noteId: z.uuid() });
