import type { By } from '#kernel/actor.ts';

/**
 * Everything the record tells, as `<object>.<what happened>` in the past. A new line here needs its words in both
 * languages (area `record` of the web, `done.<action>`: the web does not compile without); what was ever recorded stays.
 */
export const ACTIONS = [
  'workspace.opened',
  'workspace.changed',
  'privacy.changed',
  'invitation.made',
  'invitation.revoked',
  'colleague.joined',
  'colleague.changed',
  'colleague.removed',
  'title.added',
  'title.changed',
  'title.removed',
  'key.made',
  'key.revoked',
  'audit.exported',
  'place.added',
  'place.changed',
  'place.taken_back',
  'place.deleted',
  'import.started',
  'import.finished',
  'import.cancelled',
  'import.refused',
  'member.changed',
  'member.affiliated',
  'member.affiliation_removed',
  'member.merged',
  'member.unmerged',
  'member.erased',
  'merge.refused',
  'staff_rules.set',
  'segment.added',
  'segment.changed',
  'segment.removed',
  'note.added',
  'note.changed',
  'note.removed',
  'texts.read',
  'theme.changed',
  'theme.merged',
  'theme.took_in',
  'theme.gave_back',
  'theme.unmerged',
  'theme.split',
  'theme.thread_placed',
  'thread.kind_corrected',
  'message.tone_corrected',
  'mandate.drafted',
  'mandate.changed',
  'mandate.given',
  'mandate.accepted',
  'mandate.discussed',
  'mandate.answered',
  'mandate.started',
  'mandate.finished',
  'mandate.judged',
  'mandate.withdrawn',
  'action.sorted',
  'action.logged',
  'action.changed',
  'action.removed',
  'signal.raised',
  'signal.evidence_added',
  'signal.evidence_removed',
  'signal.taken_back',
  'signal.merged',
  'signal.dismissed',
  'signal.reopened',
  'insight.made',
  'insight.changed',
  'insight.submitted',
  'insight.removed',
  'insight.counter_added',
  'insight.counter_removed',
  'vision.written',
  'vision.confirmed',
  'objective.added',
  'objective.changed',
  'objective.started',
  'objective.reached',
  'objective.missed',
  'objective.dropped',
  'proof.written',
  'proof.withdrawn',
  'proof.cleared',
  'proof.judged',
  'key_result.added',
  'key_result.dropped',
  'value.written',
  'value.reviewed',
  'decision.made',
  'decision.sent_back',
  'decision.delivered',
  'decision.link_made',
  'decision.link_revoked',
  'decision.handed_over',
  'loop.told',
  'loop.untold',
  'loop.silenced',
  'loop.unsilenced',
  'letters.chosen',
  'check.bounds_set',
  'check.bounds_reset',
  'charter.changed',
  'charter.proposal_taken',
] as const;
export type AuditAction = (typeof ACTIONS)[number];

/** A business change as its author states it: ids and states, never what members wrote. */
export interface AuditEvent {
  /** One of `AuditAction`. */
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
