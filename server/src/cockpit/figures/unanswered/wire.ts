import { z } from 'zod';
import { FigureQuery } from '#cockpit/figures/wire.ts';

const Count = z.number().int();
const When = z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]);
const Named = z.object({ id: z.uuid(), name: z.string() });

/** A thread that asks something and got no reply. */
export const UnansweredThread = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  place: Named,
  channel: Named,
  opened: When,
  /** From its opening to the end of observation of its place; days only where the place gives days only. */
  age: z.union([z.object({ seconds: z.number() }), z.object({ days: Count })]),
  /** Where it stands in its place, when the place gives links. */
  link: z.string().nullable(),
});
export type UnansweredThread = z.output<typeof UnansweredThread>;

/** The oldest first. */
export const UnansweredThreads = z.object({ items: z.array(UnansweredThread), total: Count });
export type UnansweredThreads = z.output<typeof UnansweredThreads>;

export const UnansweredThreadsQuery = FigureQuery.omit({ compare: true }).extend({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
