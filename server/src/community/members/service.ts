import type { By, Doing } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import * as store from './store.ts';
import type { StoredMember } from './store.ts';
import type { MemberPatch, NewAffiliation, StaffRules } from './wire.ts';

export interface MembersDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type Change<Code extends string> = Promise<Result<undefined, Code>>;

/** Renames a member or says by hand what he is; `kind: null` gives the decision back to the rules. */
export function patchMember(
  deps: MembersDeps,
  { scope, by, language }: Doing,
  memberId: string,
  patch: MemberPatch,
): Change<'http/not_found' | 'member/stale' | 'member/erased' | 'member/merged'> {
  return deps.database.inScope(scope, async (db) => {
    const member = await store.lockMember(db, memberId);
    if (member === undefined) return no('http/not_found');
    const closed = closedTo(member);
    if (closed !== undefined) return no(closed);
    if (member.version !== patch.version) {
      const read = { objectType: 'member', objectId: memberId, version: patch.version };
      return no('member/stale', { ...(await changedSince(db, read, 'member', language)) });
    }
    await store.updateMember(db, memberId, {
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.kind === undefined
        ? {}
        : { kind: patch.kind ?? 'person', kind_from: patch.kind === null ? null : 'hand' }),
    });
    if (patch.kind === null) await decideAgain(db, memberId);
    await record(db, by, deps.clock.now(), {
      action: 'member.changed',
      objectType: 'member',
      objectId: memberId,
      before: { kind: member.kind, kindFrom: member.kind_from },
      after: {
        version: member.version + 1,
        changed: (['name', 'kind'] as const).filter((field) => patch[field] !== undefined),
        ...(patch.kind === undefined ? {} : { kind: patch.kind }),
      },
    });
    return yes(undefined);
  });
}

/** Why nothing may be changed on this member any more. */
export function closedTo(member: StoredMember): 'member/erased' | 'member/merged' | undefined {
  if (member.erased_at !== null) return 'member/erased';
  return member.merged_into === null ? undefined : 'member/merged';
}

async function decideAgain(db: Scoped, memberId: string): Promise<void> {
  const identities = await store.identitiesOf(db, memberId);
  await store.applyStaffRules(db, identities);
}

export function addAffiliation(
  deps: MembersDeps,
  scope: Scope,
  by: By,
  memberId: string,
  affiliation: NewAffiliation,
): Promise<Result<{ id: string }, 'http/not_found' | 'member/erased' | 'member/merged'>> {
  return deps.database.inScope(scope, async (db) => {
    const member = await store.lockMember(db, memberId);
    if (member === undefined) return no('http/not_found');
    const closed = closedTo(member);
    if (closed !== undefined) return no(closed);
    const now = deps.clock.now();
    const id = newId(now);
    await store.insertAffiliation(db, id, memberId, affiliation);
    await record(db, by, now, {
      action: 'member.affiliated',
      objectType: 'member',
      objectId: memberId,
      after: { affiliationId: id },
    });
    return yes({ id });
  });
}

export function removeAffiliation(
  deps: MembersDeps,
  scope: Scope,
  by: By,
  memberId: string,
  affiliationId: string,
): Change<'http/not_found'> {
  return deps.database.inScope(scope, async (db) => {
    if (!(await store.deleteAffiliation(db, memberId, affiliationId))) return no('http/not_found');
    await record(db, by, deps.clock.now(), {
      action: 'member.affiliation_removed',
      objectType: 'member',
      objectId: memberId,
      before: { affiliationId },
    });
    return yes(undefined);
  });
}

/** Replaces the rules and decides again for everybody; answers how many members changed. */
export function setStaffRules(
  deps: MembersDeps,
  scope: Scope,
  by: By,
  rules: StaffRules,
): Promise<Result<{ changed: number }>> {
  return deps.database.inScope(scope, async (db) => {
    await store.replaceStaffRules(db, rules);
    const changed = await store.applyStaffRules(db, 'all');
    await record(db, by, deps.clock.now(), {
      action: 'staff_rules.set',
      objectType: 'workspace',
      objectId: scope.workspaceId,
      after: {
        domains: rules.domains.length,
        addresses: rules.addresses.length,
        handles: rules.handles.length,
        changed,
      },
    });
    return yes({ changed });
  });
}
