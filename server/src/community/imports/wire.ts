import { z } from 'zod';
import { PlaceLanguage, PlaceName } from '#community/places/wire.ts';

export const RunState = z.enum([
  'uploading',
  'choosing',
  'waiting',
  'reading',
  'done',
  'cut_short',
  'failed',
  'cancelled',
]);

export const NewImport = z.object({
  /** A place that stands, or the name of a new one. */
  place: z.union([z.object({ id: z.uuid() }), z.object({ name: PlaceName, language: PlaceLanguage.optional() })]),
  fileName: z.string().trim().min(1).max(255),
  /** The size of the file about to be sent. */
  bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

export const ContentQuery = z.object({ offset: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
export const Received = z.object({ received: z.number().int() });

export const StartImport = z.object({
  connector: z.string().min(1).max(60),
  options: z
    .record(z.string().max(60), z.string().max(300))
    .refine((options) => Object.keys(options).length <= 40)
    .default({}),
});

const Words = z.object({ fr: z.string(), en: z.string() });

/** A kind of export this file may be. */
export const Candidate = z.object({
  connector: z.string(),
  name: Words,
  /** 0 to 1. */
  certainty: z.number(),
  /** Personal data it reads. */
  collects: z.array(z.enum(['handle', 'name', 'email', 'text', 'reaction'])),
});

export const Preview = z.object({
  connector: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  guess: z.record(z.string(), z.string()),
  fields: z.array(z.object({ id: z.string(), label: Words, required: z.boolean() })),
});

export const Inspection = z.object({
  files: z.number().int(),
  /** Bytes once unpacked. */
  bytes: z.number().int(),
  /** The surest first. */
  candidates: z.array(Candidate),
  /** For the candidate whose columns a person must map. */
  preview: Preview.optional(),
});

export const RunView = z.object({
  id: z.uuid(),
  place: z.object({ id: z.uuid(), name: z.string() }),
  fileName: z.string(),
  /** Empty until chosen. */
  connector: z.string(),
  state: RunState,
  /** What is going on while `reading`. */
  step: z.enum(['unpacking', 'reading', 'finishing']).nullable(),
  /** While uploading: of the file; afterwards: of what is read. */
  bytes: z.object({ total: z.number().int(), done: z.number().int() }),
  /** `refused`: problems told; `withheld`: words of people who were erased. */
  counts: z.object({
    read: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    withheld: z.number().int(),
    refused: z.number().int(),
  }),
  /** Bytes a second since this stretch began, and what that leaves to wait; null when nothing can be said. */
  rate: z.number().nullable(),
  secondsLeft: z.number().int().nullable(),
  /** Why it failed, or where it broke, in the reader's language. */
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  can: z.object({ start: z.boolean(), cancel: z.boolean(), remove: z.boolean() }),
});

export const RunsQuery = z.object({
  place: z.uuid().optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const RunsView = z.object({ items: z.array(RunView), next: z.string().optional() });

export const ProblemsQuery = z.object({
  after: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const ProblemView = z.object({
  number: z.number().int(),
  file: z.string(),
  line: z.number().int().nullable(),
  code: z.string(),
  /** The reason in the reader's language. */
  detail: z.string(),
  excerpt: z.string().nullable(),
});
/** `total` counts all of them; the first 10,000 are kept. */
export const ProblemsView = z.object({
  items: z.array(ProblemView),
  next: z.string().optional(),
  total: z.number().int(),
});

export type NewImport = z.output<typeof NewImport>;
export type StartImport = z.output<typeof StartImport>;
export type Candidate = z.output<typeof Candidate>;
export type Preview = z.output<typeof Preview>;
export type Inspection = z.output<typeof Inspection>;
export type RunView = z.output<typeof RunView>;
export type RunsQuery = z.output<typeof RunsQuery>;
export type RunsView = z.output<typeof RunsView>;
export type ProblemView = z.output<typeof ProblemView>;
export type ProblemsView = z.output<typeof ProblemsView>;
