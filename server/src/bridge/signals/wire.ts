import { z } from 'zod';
import { Evidence } from '#bridge/evidence/wire.ts';
import { When } from '#community/reading/wire.ts';
import { KINDS, STATES } from './model.ts';

export type { Evidence } from '#bridge/evidence/wire.ts';
export { KINDS } from './model.ts';
export type { Kind, State } from './model.ts';

const Words = z.object({ fr: z.string(), en: z.string() });
const MandateName = z.object({ id: z.uuid(), intention: z.string() });
const InsightName = z.object({ id: z.uuid(), statement: z.string() });

/** Why a signal is shown as similar: the very message, its thread, words in both, a theme in both. */
export const Reason = z.discriminatedUnion('is', [
  z.object({ is: z.literal('message') }),
  z.object({ is: z.literal('thread') }),
  z.object({ is: z.literal('words'), words: z.array(z.string()) }),
  z.object({ is: z.literal('theme'), theme: Words }),
]);
export type Reason = z.output<typeof Reason>;

export const Similar = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  line: z.string(),
  state: z.enum(STATES),
  insight: InsightName.nullable(),
  reasons: z.array(Reason),
});
export type Similar = z.output<typeof Similar>;

export const SignalParams = z.object({ signalId: z.uuid() });

export const EvidenceParams = z.object({ signalId: z.uuid(), evidenceId: z.uuid() });

/** What is pointed at: a message (of that thread, where both are given), or a thread, whose opening message is meant. */
const pointed = { messageId: z.uuid().optional(), threadId: z.uuid().optional() };
const isPointed = (asked: { messageId?: string | undefined; threadId?: string | undefined }): boolean =>
  asked.messageId !== undefined || asked.threadId !== undefined;

export const NewSignal = z
  .object({ ...pointed, kind: z.enum(KINDS), line: z.string().trim().min(1).max(300) })
  .refine(isPointed, { path: ['messageId'] });
export type NewSignal = z.output<typeof NewSignal>;

export const NewEvidence = z.object(pointed).refine(isPointed, { path: ['messageId'] });

export const SimilarQuery = z.object(pointed);
/** What is pointed at, as it would be kept, and what is like it. */
export const SimilarView = z.object({
  heard: z.object({
    author: z.string().nullable(),
    place: z.string(),
    channel: z.string(),
    when: When,
    text: z.string(),
    language: z.string(),
  }),
  items: z.array(Similar),
});
export type SimilarView = z.output<typeof SimilarView>;

export const RaisedSignal = z.object({ id: z.uuid(), version: z.number().int() });
export type RaisedSignal = z.output<typeof RaisedSignal>;
export const KeptEvidence = z.object({ id: z.uuid() });
export type KeptEvidence = z.output<typeof KeptEvidence>;

/** `version`: the one that was read; a signal changed since is not written over. */
const version = z.number().int();
export const Merging = z.object({ version, insightId: z.uuid() });
export const Dismissal = z.object({ version, why: z.string().trim().min(1).max(1000) });
export const Reopening = z.object({ version });
export const TakingBack = z.object({ version: z.coerce.number().int() });

export const Sorted = z.object({ version: z.number().int() });

export const SignalsQuery = z.object({
  state: z.enum(STATES).optional(),
  kind: z.enum(KINDS).optional(),
  /** Heard while the field acted for it. */
  mandate: z.uuid().optional(),
  /** Letters that stand in the line, whatever their case and accents. */
  q: z.string().trim().max(100).optional(),
  /** At most so many of each state. */
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type SignalsQuery = z.output<typeof SignalsQuery>;

export const Signal = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  line: z.string(),
  state: z.enum(STATES),
  version: z.number().int(),
  insight: InsightName.nullable(),
  why: z.string().nullable(),
  /** What the field was doing where it was heard. */
  mandate: MandateName.nullable(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  evidence: z.array(Evidence),
  can: z.object({ sort: z.boolean(), takeBack: z.boolean(), reopen: z.boolean() }),
});
export type Signal = z.output<typeof Signal>;

export const SignalsView = z.object({
  items: z.array(Signal),
  counts: z.object({ raised: z.number().int(), merged: z.number().int(), dismissed: z.number().int() }),
  can: z.object({ raise: z.boolean(), sort: z.boolean(), name: z.boolean() }),
});
export type SignalsView = z.output<typeof SignalsView>;

export const SignalView = z.object({ signal: Signal, similar: z.array(Similar) });
export type SignalView = z.output<typeof SignalView>;
