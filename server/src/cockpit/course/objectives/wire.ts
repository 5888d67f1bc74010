import { z } from 'zod';
import { OBJECTIVE_KINDS, OBJECTIVE_STATES } from './model.ts';

const Title = z.string().trim().min(1).max(160);
const Reason = z.string().trim().min(1).max(2000);
const OwnKind = z.string().trim().min(1).max(80);
const Day = z.iso.date();
const Why = z.string().trim().min(1).max(2000);

const hasKind = ({ kind, ownKind }: { kind?: string | undefined; ownKind?: string | null | undefined }): boolean =>
  kind !== 'own' || (ownKind !== undefined && ownKind !== null);

/** `ownKind`: what `own` is, in words of the house. */
export const NewObjective = z
  .strictObject({
    title: Title,
    reason: Reason,
    kind: z.enum(OBJECTIVE_KINDS),
    ownKind: OwnKind.nullable().default(null),
    sponsorId: z.uuid().nullable().default(null),
    ownerId: z.uuid(),
    horizon: Day,
  })
  .refine(hasKind, { path: ['ownKind'] });
export type NewObjective = z.output<typeof NewObjective>;

/** `version`: the one that was read; an objective changed since is not written over. Absent: left as it is. */
export const ObjectivePatch = z
  .strictObject({
    version: z.int().min(1),
    title: Title.optional(),
    reason: Reason.optional(),
    kind: z.enum(OBJECTIVE_KINDS).optional(),
    ownKind: OwnKind.nullable().optional(),
    sponsorId: z.uuid().nullable().optional(),
    ownerId: z.uuid().optional(),
    horizon: Day.optional(),
  })
  .refine(hasKind, { path: ['ownKind'] });
export type ObjectivePatch = z.output<typeof ObjectivePatch>;

export const ObjectiveParams = z.object({ objectiveId: z.uuid() });
export const MadeObjective = z.object({ id: z.uuid() });

export const StartObjective = z.strictObject({ version: z.int().min(1) });

/** `why`: what was learnt; an objective that was missed or dropped has one. */
export const EndObjective = z.strictObject({
  version: z.int().min(1),
  as: z.enum(['reached', 'missed', 'dropped']),
  why: Why.optional(),
});
export type EndObjective = z.output<typeof EndObjective>;

/** A colleague beside an objective; who left is told. */
export const Holder = z.object({ id: z.uuid(), name: z.string(), hasLeft: z.boolean() });
export type Holder = z.output<typeof Holder>;

export const ObjectiveLine = z.object({
  id: z.uuid(),
  title: z.string(),
  reason: z.string(),
  kind: z.enum(OBJECTIVE_KINDS),
  ownKind: z.string().nullable(),
  sponsor: Holder.nullable(),
  owner: Holder,
  horizon: Day,
  state: z.enum(OBJECTIVE_STATES),
  why: z.string().nullable(),
  version: z.int(),
  madeAt: z.iso.datetime(),
  liveAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  can: z.object({
    change: z.boolean(),
    start: z.boolean(),
    reach: z.boolean(),
    miss: z.boolean(),
    drop: z.boolean(),
    measure: z.boolean(),
    /** Ask something of the field for it. */
    mandate: z.boolean(),
  }),
});
export type ObjectiveLine = z.output<typeof ObjectiveLine>;
