import { z } from 'zod';

const Id = z.uuid();

export const MarksQuery = z.object({
  /** Messages that are being read; unknown ones bear nothing. */
  messageId: z.union([Id, z.array(Id).min(1).max(200)]).transform((value) => (Array.isArray(value) ? value : [value])),
});

const Insight = z.object({ id: Id, statement: z.string() });

/** What one message became part of; left out where it is nothing. */
export const Mark = z.object({
  messageId: Id,
  /** What the team wrote it for. */
  mandate: z.object({ id: Id, intention: z.string() }).nullable(),
  /** What was raised from it; told to whoever may know who said what. */
  signals: z.array(
    z.object({
      id: Id,
      line: z.string(),
      state: z.enum(['raised', 'merged', 'dismissed']),
      insight: Insight.nullable(),
    }),
  ),
  /** Insights it speaks against; told as signals are. */
  against: z.array(Insight),
});
export type Mark = z.output<typeof Mark>;

export const MarksView = z.object({
  items: z.array(Mark),
  /** What members were told of in the threads of these messages, the last first. */
  told: z.array(z.object({ insight: Insight, at: z.iso.datetime() })),
});
export type MarksView = z.output<typeof MarksView>;
