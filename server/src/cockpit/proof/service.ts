import { judgeByProof, setProof } from '#bridge/mandates/index.ts';
import { expectingMandate, unprovedMandates } from '#bridge/mandates/lookup.ts';
import { REGISTRY, type FigureRefusal } from '#cockpit/figures/index.ts';
import { drawNewcomers } from '#cockpit/proof/draw/index.ts';
import {
  dueOf,
  fingerprintOf,
  planOf,
  weeksThatTell,
  type NewProof,
  type PlanCode,
  type ProofDeps,
} from '#cockpit/proof/expecting/index.ts';
import { happeningsAround } from '#cockpit/proof/happenings/index.ts';
import { gatherSeries, type Series } from '#cockpit/proof/series/index.ts';
import type { By } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import { say } from '#platform/i18n/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { allProofs, clearedOf, dueProofs, mandatesToJudge, openDraws, proofById } from './lookup.ts';
import type { Outcome, Proof } from './model.ts';
import { drawOutcome, isRipe, lineOf, mandateVerdictOf, outcomeOf, sharesOf, sinceNow, verdictOf } from './rules.ts';
import * as store from './store.ts';
import { intentionsOf, pageOf, type Reader } from './views.ts';
import type { ProofLine, ProofList, ProofView } from './wire.ts';

export const ROUND_TASK = 'proof.round';
/** When verdicts that are due are made, so that nobody waits for them. */
const ROUND_HOUR = 'T03:40:00Z';

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
    await askRound(db, deps.clock);
    return yes({ id });
  });
}

/** One round for the next day; asked twice, it is there once. */
export async function askRound(db: Scoped, clock: Clock): Promise<void> {
  const day = addDays(dayIn((await settingsOf(db)).zone, clock.now()), 1);
  const key = `${ROUND_TASK} ${db.scope.workspaceId} ${day}`;
  await enqueue(db, { task: ROUND_TASK, payload: {}, key, runAt: new Date(`${day}${ROUND_HOUR}`) });
}

type OpenCode = 'http/not_found' | 'http/not_allowed' | 'proof/stale' | 'proof/withdrawn' | 'proof/judged';

/** Withdraws a proof before its verdict; it stays listed, with why. */
export function withdrawProof(
  { database, clock }: ProofDeps,
  scope: Scope,
  by: By,
  id: string,
  { version, why }: { readonly version: number; readonly why: string },
): Promise<Result<undefined, OpenCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const proof = await store.proofForUpdate(db, id);
    if (proof === undefined) return no('http/not_found');
    if (proof.withdrawnAt !== null) return no('proof/withdrawn');
    if (proof.verdict !== null) return no('proof/judged');
    if (proof.version !== version) return no('proof/stale');
    const now = clock.now();
    await store.markWithdrawn(db, id, now, why);
    if (proof.mandateId !== null) await setProof(db, proof.mandateId, null);
    await record(db, by, now, {
      action: 'proof.withdrawn',
      objectType: 'proof',
      objectId: id,
      before: { fingerprint: proof.fingerprint },
      why,
      ...(proof.mandateId === null ? {} : { mandateId: proof.mandateId }),
    });
    return yes(undefined);
  });
}

/** Says why something else that happened is no reason to doubt; a verdict that waited for it is made again, on the record. */
export function clearEvent(
  { database, clock }: ProofDeps,
  scope: Scope,
  by: By,
  id: string,
  { event, why }: { readonly event: string; readonly why: string },
): Promise<Result<undefined, OpenCode | 'proof/cleared'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const proof = await store.proofForUpdate(db, id);
    if (proof === undefined) return no('http/not_found');
    if (proof.withdrawnAt !== null) return no('proof/withdrawn');
    const now = clock.now();
    const kept = await store.insertClearing(db, {
      id: newId(now),
      proofId: id,
      event,
      why,
      byId: by.colleagueId,
      at: now,
    });
    if (!kept) return no('proof/cleared');
    const about = { objectType: 'proof', objectId: id } as const;
    await record(db, by, now, { action: 'proof.cleared', ...about, after: { event }, why });
    const { outcome, expects } = proof;
    if (outcome === null) return yes(undefined);
    const { verdict } = verdictOf(outcome, expects.design, await clearedOf(db, id));
    if (verdict === proof.verdict) return yes(undefined);
    await store.keepVerdict(db, id, { verdict, at: now, outcome });
    await record(db, by, now, {
      action: 'proof.judged',
      ...about,
      before: { verdict: proof.verdict },
      after: { verdict },
      why,
    });
    return yes(undefined);
  });
}

/** What the data say of a proof now, whether its verdict is due or not; `isRipe`: its verdict may be made of it. */
export interface Found {
  readonly outcome: Outcome;
  readonly series: Series | undefined;
  readonly isRipe: boolean;
}

export async function findOutcome(
  deps: ProofDeps,
  scope: Scope,
  proof: Proof,
  today: string,
): Promise<Result<Found, FigureRefusal>> {
  const { id, expects, untilDay, mandateId } = proof;
  const about = { ...expects, untilDay, proofId: id, mandateId, place: expects.slice.place, known: expects.events };
  if (expects.design === 'draw') {
    const drawing = { proofId: id, seed: expects.seed ?? '', startDay: expects.startDay, untilDay };
    const arms = await drawNewcomers(deps, scope, expects.slice, drawing);
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

/** Draws who arrived, makes the verdicts that are due, and judges the mandates they judge; answers how many were made. */
export async function settleProofs(deps: ProofDeps, scope: Scope): Promise<number> {
  const { due, draws, today } = await deps.database.inScope(scope, async (db) => {
    const day = dayIn((await settingsOf(db)).zone, deps.clock.now());
    return { due: await dueProofs(db, day), draws: await openDraws(db, day), today: day };
  });
  for (const { id, expects, untilDay } of draws) {
    const drawing = { proofId: id, seed: expects.seed ?? '', startDay: expects.startDay, untilDay };
    await drawNewcomers(deps, scope, expects.slice, drawing);
  }
  let made = 0;
  for (const proof of due) {
    const found = await findOutcome(deps, scope, proof, today);
    if (found.ok && found.value.isRipe && (await keep(deps, scope, proof.id, found.value))) made += 1;
  }
  await judgeMandates(deps, scope);
  return made;
}

/** Keeps a verdict, once; what it was made from is kept with it. */
async function keep(deps: ProofDeps, scope: Scope, id: string, { outcome, series }: Found): Promise<boolean> {
  return await deps.database.inScope(scope, async (db) => {
    const proof = await store.proofForUpdate(db, id);
    if (proof === undefined || proof.verdict !== null || proof.withdrawnAt !== null) return false;
    const { expects } = proof;
    const { verdict, reason } = verdictOf(outcome, expects.design, await clearedOf(db, id));
    const moreWeeks =
      series !== undefined && outcome.plain.reason === 'interval_too_wide'
        ? weeksThatTell(series, expects.matters, expects.weeks)
        : null;
    const at = deps.clock.now();
    await store.keepVerdict(db, id, { verdict, at, outcome: { ...outcome, moreWeeks } });
    await record(db, BY_HOUSE, at, {
      action: 'proof.judged',
      objectType: 'proof',
      objectId: id,
      after: { verdict, reason, fingerprint: proof.fingerprint },
      ...(proof.mandateId === null ? {} : { mandateId: proof.mandateId }),
    });
    return true;
  });
}

const BY_HOUSE: By = { kind: 'system', name: 'proof' };

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

type Asking = Omit<Reader, 'today'> & { readonly language: Language };

/** What a proof must know of its figure, in the reader's language. */
export function figureOf(id: string, language: Language): ProofLine['figure'] {
  const figure = REGISTRY.find((one) => one.id === id);
  return {
    id,
    name: figure?.name[language] ?? id,
    unit: figure?.unit ?? 'count',
    direction: figure?.direction ?? 'neither',
  };
}

/** Every proof; verdicts that are due are made first. */
export async function proofList(deps: ProofDeps, scope: Scope, asking: Asking): Promise<ProofList> {
  await settleProofs(deps, scope);
  return await deps.database.inScope(scope, async (db) => {
    const today = dayIn((await settingsOf(db)).zone, deps.clock.now());
    const proofs = await allProofs(db);
    const intentions = await intentionsOf(
      db,
      proofs.map(({ mandateId }) => mandateId),
    );
    const shares = sharesOf(proofs);
    return {
      today,
      items: proofs.map((proof) => lineOf(proof, figureOf(proof.expects.figure, asking.language), intentions, today)),
      shares,
      judged: shares.reduce((sum, { n }) => sum + n, 0),
      unproved: (await unprovedMandates(db)).map(({ id, intention, fromDay }) => ({ id, intention, fromDay })),
      can: { create: asking.functions.includes('pilot') },
    };
  });
}

/** One proof. A verdict stays as it was kept; what the same weeks would say today is told beside it. */
export async function proofPage(
  deps: ProofDeps,
  scope: Scope,
  asking: Asking,
  id: string,
): Promise<Result<ProofView, 'http/not_found'>> {
  const { database, clock } = deps;
  const known = await database.inScope(scope, async (db) => proofById(db, id));
  if (known === undefined) return no('http/not_found');
  if (known.verdict === null && known.withdrawnAt === null) await settleProofs(deps, scope);
  const { proof, today, cleared } = await database.inScope(scope, async (db) => ({
    proof: (await proofById(db, id)) ?? known,
    today: dayIn((await settingsOf(db)).zone, clock.now()),
    cleared: await clearedOf(db, id),
  }));
  const found = proof.withdrawnAt === null ? await findOutcome(deps, scope, proof, today) : undefined;
  const figure = figureOf(proof.expects.figure, asking.language);
  const shown = { figure, ...shownNow(proof, found?.ok === true ? found.value : undefined, cleared) };
  return yes(await database.inScope(scope, (db) => pageOf(db, proof, shown, { ...asking, today })));
}

function shownNow(proof: Proof, now: Found | undefined, cleared: ReadonlySet<string>) {
  const since = now?.series === undefined ? null : sinceNow(proof, now.series, now.outcome, cleared);
  return { outcome: proof.outcome ?? now?.outcome ?? null, since };
}
