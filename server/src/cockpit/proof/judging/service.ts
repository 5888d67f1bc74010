import { judgeByProof } from '#bridge/mandates/index.ts';
import type { FigureRefusal } from '#cockpit/figures/index.ts';
import { drawNewcomers, drawOf, type Drawing } from '#cockpit/proof/draw/index.ts';
import { weeksThatTell, type ProofDeps } from '#cockpit/proof/expecting/index.ts';
import { happeningsAround } from '#cockpit/proof/happenings/index.ts';
import { gatherSeries, type Series } from '#cockpit/proof/series/index.ts';
import type { By } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import { say } from '#platform/i18n/index.ts';
import { record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { clearedOf, dueProofs, mandatesToJudge, openDraws, proofById } from './lookup.ts';
import type { Outcome, Proof, ProofReason, ProofVerdict } from './model.ts';
import { drawOutcome, isRipe, mandateVerdictOf, outcomeOf, verdictOf } from './rules.ts';
import * as store from './store.ts';

const BY_HOUSE: By = { kind: 'system', name: 'proof' };

/** What the data say of a proof now, whether its verdict is due or not; `isRipe`: its verdict may be made of it. */
export interface Found {
  readonly outcome: Outcome;
  readonly series: Series | undefined;
  readonly isRipe: boolean;
}

export function drawingOf({ id, expects, untilDay }: Proof): Drawing {
  return { proofId: id, seed: expects.seed ?? '', startDay: expects.startDay, untilDay };
}

/** Nothing is written: who has arrived since the last round counts where the seed puts him. */
export async function findOutcome(
  deps: ProofDeps,
  scope: Scope,
  proof: Proof,
  today: string,
): Promise<Result<Found, FigureRefusal>> {
  const { id, expects, untilDay, mandateId } = proof;
  const about = { ...expects, untilDay, proofId: id, mandateId, place: expects.slice.place, known: expects.events };
  if (expects.design === 'draw') {
    const { arms } = await drawOf(deps, scope, expects.slice, drawingOf(proof));
    const happenings = await happeningsAround(deps, scope, { ...about, outages: [] });
    const outcome = drawOutcome(arms, expects.matters, happenings);
    return yes({ outcome, series: undefined, isRipe: today >= proof.dueDay });
  }
  const series = await gatherSeries(deps, scope, expects);
  if (!series.ok) return series;
  const { outages } = series.value;
  const outcome = outcomeOf(series.value, expects, await happeningsAround(deps, scope, { ...about, outages }));
  return yes({ outcome, series: series.value, isRipe: isRipe(proof, series.value, today) });
}

interface Judgement {
  readonly verdict: ProofVerdict;
  readonly reason: ProofReason;
  readonly outcome: Outcome;
}

/** The verdict of a proof on what was found, as it is kept. */
export function judgementOf({ expects }: Proof, { outcome, series }: Found, cleared: ReadonlySet<string>): Judgement {
  const moreWeeks =
    series !== undefined && outcome.plain.reason === 'interval_too_wide'
      ? weeksThatTell(series, expects.matters, expects.weeks)
      : null;
  return { ...verdictOf(outcome, expects.design, cleared), outcome: { ...outcome, moreWeeks } };
}

/** By their proofs, the verdicts of a day that no round has kept yet, as it will. Nothing is written. */
export async function judgementsDue(
  deps: ProofDeps,
  scope: Scope,
  today: string,
): Promise<ReadonlyMap<string, Judgement>> {
  const due = await deps.database.inScope(scope, (db) => dueProofs(db, today));
  const made = new Map<string, Judgement>();
  for (const proof of due) {
    const found = await findOutcome(deps, scope, proof, today);
    if (!found.ok || !found.value.isRipe) continue;
    const cleared = await deps.database.inScope(scope, (db) => clearedOf(db, proof.id));
    made.set(proof.id, judgementOf(proof, found.value, cleared));
  }
  return made;
}

/** Draws who arrived, keeps the verdicts that are due, and judges the mandates they judge; answers how many were kept. */
export async function settleProofs(deps: ProofDeps, scope: Scope): Promise<number> {
  const { due, draws, today } = await deps.database.inScope(scope, async (db) => {
    const day = await todayIn(db, deps);
    return { due: await dueProofs(db, day), draws: await openDraws(db, day), today: day };
  });
  for (const draw of draws) await drawNewcomers(deps, scope, draw.expects.slice, drawingOf(draw));
  let kept = 0;
  for (const proof of due) if (await settle(deps, scope, proof, today)) kept += 1;
  await judgeMandates(deps, scope);
  return kept;
}

/** The same of one proof, before somebody acts on it as if it had no verdict. */
export async function settleProof(deps: ProofDeps, scope: Scope, id: string): Promise<void> {
  const { proof, today } = await deps.database.inScope(scope, async (db) => ({
    proof: await proofById(db, id),
    today: await todayIn(db, deps),
  }));
  const isDue = proof?.verdict === null && proof.withdrawnAt === null && proof.dueDay <= today;
  if (isDue && (await settle(deps, scope, proof, today))) await judgeMandates(deps, scope);
}

async function todayIn(db: Scoped, { clock }: ProofDeps): Promise<string> {
  return dayIn((await settingsOf(db)).zone, clock.now());
}

async function settle(deps: ProofDeps, scope: Scope, proof: Proof, today: string): Promise<boolean> {
  if (proof.expects.design === 'draw') await drawNewcomers(deps, scope, proof.expects.slice, drawingOf(proof));
  const found = await findOutcome(deps, scope, proof, today);
  return found.ok && found.value.isRipe && (await keep(deps, scope, proof.id, found.value));
}

/** Keeps a verdict, once; what it was made from is kept with it. */
async function keep({ database, clock }: ProofDeps, scope: Scope, id: string, found: Found): Promise<boolean> {
  return await database.inScope(scope, async (db) => {
    const proof = await store.proofForUpdate(db, id);
    if (proof === undefined || proof.verdict !== null || proof.withdrawnAt !== null) return false;
    const { verdict, reason, outcome } = judgementOf(proof, found, await clearedOf(db, id));
    const at = clock.now();
    await store.keepVerdict(db, id, { verdict, at, outcome });
    await record(db, BY_HOUSE, at, {
      action: 'proof.judged',
      objectType: 'proof',
      objectId: id,
      after: { version: proof.version + 1, verdict, reason, fingerprint: proof.fingerprint },
      ...(proof.mandateId === null ? {} : { mandateId: proof.mandateId }),
    });
    return true;
  });
}

/** A mandate that is done takes the verdict of its proof, whichever of the two came first. */
async function judgeMandates({ database, clock }: ProofDeps, scope: Scope): Promise<void> {
  await database.inScope(scope, async (db) => {
    const { language } = await settingsOf(db);
    for (const { mandateId, title, verdict, direction } of await mandatesToJudge(db)) {
      const why = say(language, 'proof/judges', { title, verdict });
      await judgeByProof(db, BY_HOUSE, clock.now(), { mandateId, verdict: mandateVerdictOf(verdict, direction), why });
    }
  });
}

type ClearCode = 'http/not_found' | 'http/not_allowed' | 'proof/withdrawn' | 'proof/cleared';

/** Says why something else that happened is no reason to doubt; a verdict that waited for it is made again, on the record. */
export async function clearEvent(
  deps: ProofDeps,
  scope: Scope,
  by: By,
  id: string,
  { event, why }: { readonly event: string; readonly why: string },
): Promise<Result<undefined, ClearCode>> {
  if (by.kind !== 'person') return no('http/not_allowed');
  await settleProof(deps, scope, id);
  return await deps.database.inScope(scope, async (db) => {
    const proof = await store.proofForUpdate(db, id);
    if (proof === undefined) return no('http/not_found');
    if (proof.withdrawnAt !== null) return no('proof/withdrawn');
    const at = deps.clock.now();
    const kept = await store.insertClearing(db, { id: newId(at), proofId: id, event, why, byId: by.colleagueId, at });
    if (!kept) return no('proof/cleared', { by: (await store.whoCleared(db, id, event)) ?? 'none' });
    const about = { objectType: 'proof', objectId: id, why } as const;
    await record(db, by, at, { action: 'proof.cleared', ...about, after: { event } });
    const { outcome, expects, verdict: before } = proof;
    if (outcome === null) return yes(undefined);
    const { verdict } = verdictOf(outcome, expects.design, await clearedOf(db, id));
    if (verdict === before) return yes(undefined);
    await store.keepVerdict(db, id, { verdict, at, outcome });
    await record(db, by, at, {
      action: 'proof.judged',
      ...about,
      before: { verdict: before },
      after: { version: proof.version + 1, verdict },
    });
    return yes(undefined);
  });
}
