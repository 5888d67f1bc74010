import { setProof } from '#bridge/mandates/index.ts';
import { expectingMandate } from '#bridge/mandates/lookup.ts';
import {
  dueOf,
  fingerprintOf,
  planOf,
  type NewProof,
  type PlanCode,
  type ProofDeps,
} from '#cockpit/proof/expecting/index.ts';
import { askRound, askRoundNow, proofForUpdate, settleProof } from '#cockpit/proof/judging/index.ts';
import type { By, Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import * as store from './store.ts';

/** Writes what is expected; from here on nothing of it changes. A mandate is judged by it once it is done. */
export async function writeProof(
  deps: ProofDeps,
  scope: Scope,
  by: By,
  body: NewProof,
): Promise<Result<{ readonly id: string }, PlanCode | 'http/not_allowed'>> {
  if (by.kind === 'key') return no('http/not_allowed');
  const plan = await planOf(deps, scope, body);
  if (!plan.ok) return plan;
  const { title, mandateId, expects, untilDay } = plan.value;
  return await deps.database.inScope(scope, async (db) => {
    const now = deps.clock.now();
    // Two who write the proof of one mandate at once: the second finds it taken.
    if (mandateId !== null && (await expectingMandate(db, mandateId, 'held'))?.proofId !== null) {
      return no('proof/mandate_taken');
    }
    const id = newId(now);
    const fingerprint = fingerprintOf(id, title, expects);
    const days = { startDay: expects.startDay, untilDay, dueDay: dueOf(expects.figure, untilDay) };
    const madeBy = by.kind === 'person' ? by.colleagueId : null;
    await store.insertProof(db, { id, title, mandateId, expects, fingerprint, ...days, madeBy, madeAt: now });
    if (mandateId !== null) await setProof(db, mandateId, id);
    await record(db, by, now, {
      action: 'proof.written',
      objectType: 'proof',
      objectId: id,
      after: { expects, ...days, fingerprint },
      ...(mandateId === null ? {} : { mandateId }),
    });
    await askRound(db, now);
    // A mandate may be over when its proof is written.
    if (days.dueDay <= dayIn((await settingsOf(db)).zone, now)) await askRoundNow(db);
    return yes({ id });
  });
}

type OpenCode = 'http/not_found' | 'http/not_allowed' | 'proof/stale' | 'proof/withdrawn' | 'proof/judged';

/** Withdraws a proof before its verdict; it stays listed, with why. */
export async function withdrawProof(
  deps: ProofDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, why }: { readonly version: number; readonly why: string },
): Promise<Result<undefined, OpenCode>> {
  if (by.kind !== 'person') return no('http/not_allowed');
  // Whose day has come is judged, whether a round has been or not.
  await settleProof(deps, scope, id);
  return await deps.database.inScope(scope, async (db) => {
    const proof = await proofForUpdate(db, id);
    if (proof === undefined) return no('http/not_found');
    if (proof.verdict !== null) return no('proof/judged');
    if (proof.version !== version) {
      const read = { objectType: 'proof', objectId: id, version };
      return no('proof/stale', { ...(await changedSince(db, read, 'proof', language)) });
    }
    if (proof.withdrawnAt !== null) return no('proof/withdrawn');
    const now = deps.clock.now();
    await store.markWithdrawn(db, id, now, why);
    if (proof.mandateId !== null) await setProof(db, proof.mandateId, null);
    await record(db, by, now, {
      action: 'proof.withdrawn',
      objectType: 'proof',
      objectId: id,
      before: { fingerprint: proof.fingerprint },
      after: { version: version + 1 },
      why,
      ...(proof.mandateId === null ? {} : { mandateId: proof.mandateId }),
    });
    return yes(undefined);
  });
}
