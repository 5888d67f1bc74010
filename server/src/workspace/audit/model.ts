import type { By } from '#kernel/actor.ts';

/** A business change as its author states it: ids and states, never what members wrote. */
export interface AuditEvent {
  /** `<object>.<what happened>`, in the past: `member.erased`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Only what changed. */
  readonly before?: object;
  readonly after?: object;
  readonly why?: string;
  readonly mandateId?: string;
}

/** A row of the record as it is hashed: everything it says, in its place in the chain. */
export interface AuditRow {
  readonly workspaceId: string;
  readonly number: number;
  readonly at: Date;
  readonly actorKind: By['kind'];
  readonly actorId: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string | null;
  readonly mandateId: string | null;
}

export interface ChainedRow extends AuditRow {
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** What going through the whole chain says. `head` is worth noting elsewhere: it also shows a missing end. */
export type ChainCheck =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly events: number; readonly brokenAt: number };
