import { z } from 'zod';

export const ImportState = z.enum(['uploading', 'choosing', 'waiting', 'reading', 'done', 'cut_short', 'failed', 'cancelled']);

/** What became of the pieces of an export. */
export const ImportCounts = z.object({
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
});

export const ImportView = z.object({
  id: z.uuid(),
  state: ImportState,
  place: z.object({ id: z.uuid(), name: z.string() }),
  /** Empty until one is chosen. */
  connector: z.string(),
  connectorName: z.string(),
  fileName: z.string(),
  bytesTotal: z.number().int(),
  /** Bytes uploaded while `uploading`, bytes read afterwards. */
  bytesDone: z.number().int(),
  counts: ImportCounts,
  /** Pieces read in a second, and seconds left, while `reading`; null when nothing can be said. */
  perSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Why it failed or where it broke, in the reader's language. */
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  can: z.object({ cancel: z.boolean(), start: z.boolean() }),
});

export const NewImport = z.object({
  place: z.union([z.object({ id: z.uuid() }), z.object({ name: z.string().trim().min(1).max(120), language: z.enum(['fr', 'en']).optional() })]),
  fileName: z.string().trim().min(1).max(255),
  bytes: z.number().int().min(1),
});

export const ContentQuery = z.object({ offset: z.coerce.number().int().min(0) });
export const ContentView = z.object({ received: z.number().int() });

export const Candidate = z.object({ connector: z.string(), name: z.string(), certainty: z.number() });

export const Preview = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  guess: z.record(z.string(), z.string()),
  fields: z.array(z.object({ id: z.string(), label: z.string(), required: z.boolean() })),
});

/** What the file seems to be; most certain first. `preview` only for the generic table. */
export const InspectView = z.object({ candidates: z.array(Candidate), preview: Preview.nullable() });

export const StartImport = z.object({
  connector: z.string().min(1).max(60),
  options: z.record(z.string().max(60), z.string().max(300)).default({}),
});

export const ImportsView = z.object({ items: z.array(ImportView) });

export const ProblemsQuery = z.object({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const ProblemView = z.object({
  file: z.string(),
  line: z.number().int().nullable(),
  code: z.string(),
  /** The reason in the reader's language. */
  detail: z.string(),
  excerpt: z.string().nullable(),
});
export const ProblemsView = z.object({ items: z.array(ProblemView), total: z.number().int() });

export type ImportState = z.output<typeof ImportState>;
export type ImportCounts = z.output<typeof ImportCounts>;
export type ImportView = z.output<typeof ImportView>;
export type NewImport = z.output<typeof NewImport>;
export type ContentView = z.output<typeof ContentView>;
export type Candidate = z.output<typeof Candidate>;
export type Preview = z.output<typeof Preview>;
export type InspectView = z.output<typeof InspectView>;
export type StartImport = z.output<typeof StartImport>;
export type ImportsView = z.output<typeof ImportsView>;
export type ProblemView = z.output<typeof ProblemView>;
export type ProblemsView = z.output<typeof ProblemsView>;
