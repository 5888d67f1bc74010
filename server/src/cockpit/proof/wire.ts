import { z } from 'zod';
import { FigureCard } from '#cockpit/figures/wire.ts';
import { DESIGNS, Slice } from '#cockpit/proof/expecting/wire.ts';
import { EVENT_KINDS } from '#cockpit/proof/happenings/wire.ts';
import { REASONS, STATES, VERDICTS } from '#cockpit/proof/judging/wire.ts';

export { NewProof } from '#cockpit/proof/expecting/wire.ts';
export type { Design, Slice } from '#cockpit/proof/expecting/wire.ts';
export type { EventKind } from '#cockpit/proof/happenings/wire.ts';
export type { ProofReason, ProofState, ProofVerdict } from '#cockpit/proof/judging/wire.ts';

export const Verdict = z.enum(VERDICTS);
const Figure = FigureCard.pick({ id: true, name: true, unit: true, direction: true });
const Day = z.iso.date();
export const MadeProof = z.object({ id: z.uuid() });
export const ProofParams = z.object({ proofId: z.uuid() });

const Why = z.string().trim().min(1).max(2000);
export const Withdrawal = z.strictObject({ version: z.int().min(1), why: Why });
export const Clearance = z.strictObject({ event: z.string().min(1).max(200), why: Why });

const Happening = z.object({
  key: z.string(),
  kind: z.enum(EVENT_KINDS),
  day: Day,
  text: z.string(),
  /** Stands in the way of a verdict as long as nobody has cleared it. */
  blocks: z.boolean(),
  cleared: z.object({ why: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Happening = z.output<typeof Happening>;

const Range = z.object({ low: z.number(), high: z.number() });

/** What a design would have shown on the weeks that are there, before anything is written. */
export const Rehearsal = z.object({
  figure: Figure,
  /** What a week was on average in the last thirteen. */
  base: z.number(),
  of: z.enum(['counts', 'rates']),
  /** The change that matters, as a share of counts or a difference of rates. */
  matters: z.number(),
  weeksBefore: z.int(),
  /** The smallest change it would show four times in five; null where the weeks are too few to try. */
  visible: z.number().nullable(),
  canTell: z.boolean(),
  /** Too few a week for weeks: take a rate. */
  isThin: z.boolean(),
  moreWeeks: z.int().nullable(),
  happenings: z.array(Happening),
  /** Newcomers who write again within thirty days: what a draw would need. Null where there are none. */
  draw: z
    .object({
      share: z.number(),
      perWeek: z.number(),
      /** In each group, to see ten points more. */
      perArm: z.int(),
      weeks: z.int(),
      /** What the weeks that were chosen would show. */
      smallest: z.number().nullable(),
    })
    .nullable(),
  /** Places that could begin one after the other. */
  places: z.int(),
});
export type Rehearsal = z.output<typeof Rehearsal>;

const ProofLine = z.object({
  id: z.uuid(),
  title: z.string(),
  figure: Figure,
  direction: z.enum(['up', 'down']),
  size: z.number(),
  sizeIn: z.enum(['unit', 'percent']),
  matters: z.number(),
  of: z.enum(['counts', 'rates']),
  design: z.enum(DESIGNS),
  startDay: Day,
  untilDay: Day,
  dueDay: Day,
  state: z.enum(STATES),
  verdict: Verdict.nullable(),
  asExpected: z.boolean().nullable(),
  withdrawnWhy: z.string().nullable(),
  mandate: z.object({ id: z.uuid(), intention: z.string() }).nullable(),
});
export type ProofLine = z.output<typeof ProofLine>;

export const ProofList = z.object({
  today: Day,
  items: z.array(ProofLine),
  /** Of those judged, by verdict: also those that found nothing. */
  shares: z.array(z.object({ verdict: Verdict, n: z.int() })),
  judged: z.int(),
  /** Mandates that expect something and have no proof. */
  unproved: z.array(z.object({ id: z.uuid(), intention: z.string(), fromDay: Day })),
  can: z.object({ create: z.boolean() }),
});
export type ProofList = z.output<typeof ProofList>;

const Week = z.object({
  from: Day,
  value: z.number().nullable(),
  /** Kept back: it would tell of a few persons. */
  isHidden: z.boolean(),
  expected: z.object({ median: z.number(), low: z.number(), high: z.number() }).nullable(),
});

const Told = z.object({
  observed: z.number(),
  expected: z.number(),
  expectedRange: Range,
  change: z.number(),
  changeRange: Range,
  extra: z.number().nullable(),
  visible: z.number(),
});
export type Told = z.output<typeof Told>;

const Arm = z.object({ drawn: z.int(), came: z.int() });

export const ProofView = ProofLine.extend({
  today: Day,
  version: z.int(),
  base: z.number(),
  slice: Slice,
  controls: z.array(Slice),
  consent: z.string().nullable(),
  seed: z.string().nullable(),
  fingerprint: z.string(),
  /** Of the mandate's expectation, frozen when it was given. */
  mandateFingerprint: z.string().nullable(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
  judgedAt: z.iso.datetime().nullable(),
  reason: z.enum(REASONS).nullable(),
  told: Told.nullable(),
  replay: z.object({ dates: z.int(), called: z.int() }).nullable(),
  moreWeeks: z.int().nullable(),
  controlsLost: z.int(),
  arms: z.object({ now: Arm, later: Arm }).nullable(),
  weeks: z.array(Week),
  happenings: z.array(Happening),
  /** Of a verdict that was kept: how many of its weeks have another value today, and what the same sum would say now. */
  since: z.object({ weeks: z.int(), verdict: Verdict }).nullable(),
  events: z.array(z.object({ number: z.int(), at: z.iso.datetime(), action: z.string(), who: z.string().nullable() })),
  can: z.object({ withdraw: z.boolean(), clear: z.boolean(), seeDraw: z.boolean() }),
});
export type ProofView = z.output<typeof ProofView>;

export const DrawView = z.object({
  items: z.array(z.object({ memberId: z.uuid(), name: z.string(), arm: z.enum(['now', 'later']), arrivedOn: Day })),
});
export type DrawView = z.output<typeof DrawView>;
