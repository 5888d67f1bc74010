import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '#kernel/actor.ts';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import { read } from '#platform/db/index.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import { recordedBetween } from '#workspace/audit/lookup.ts';
import type { Reply } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import { madeId, put } from '../../../../tools/testing/made-community.ts';
import { openProofs, SILENT_WEEK, type ProofHouse } from '../../../../tools/testing/proofs.ts';
import { drawNewcomers } from '#cockpit/proof/draw/index.ts';
import { proofById, proofTasks, settleProofs } from '#cockpit/proof/judging/index.ts';
import { proofCounts } from './lookup.ts';
import { writeProof } from '#cockpit/proof/writing/index.ts';
import type { OwnProof } from '#cockpit/proof/expecting/wire.ts';
import { DrawView, ProofList, ProofView, Rehearsal, type NewProof } from './wire.ts';

let at: ProofHouse;
let scope: Scope;
let pilot: By & { readonly kind: 'person' };
const objectiveId = randomUUID();

beforeAll(async () => {
  at = await openProofs();
  scope = await scopeOf(at.as('admin'));
  pilot = { kind: 'person', colleagueId: at.hostId };
  const made = { made_by: at.hostId, made_at: '2026-03-01T08:00:00Z' };
  const objective = { reason: 'Parce que', kind: 'support', owner_id: at.hostId, horizon: '2026-12-31', version: 1 };
  await at.house.database.inScope(scope, (db) =>
    put(db, 'objective', [{ id: objectiveId, title: 'Faire vivre', state: 'live', ...objective, ...made }]),
  );
});

afterAll(() => at[Symbol.asyncDispose]());

const own = (change: Partial<OwnProof> = {}): NewProof => ({
  title: 'Les ateliers du soir',
  figure: 'active_members',
  slice: { place: [madeId('place', 1)] },
  direction: 'up',
  size: 20,
  sizeIn: 'percent',
  startDay: '2026-07-06',
  weeks: 8,
  design: 'weeks',
  controls: [{ place: [madeId('place', 0)] }],
  events: [],
  ...change,
});

/** Written a week before the ninth of March, as if it had been. */
async function writtenThen(change: Partial<OwnProof> = {}): Promise<string> {
  const then = { ...at.deps, clock: standingClock('2026-03-02T08:00:00Z') };
  const written = await writeProof(then, scope, pilot, own({ startDay: '2026-03-09', ...change }));
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value.id;
}

const page = async (id: string, who: 'pilot' | 'sponsor' = 'pilot'): Promise<ProofView> =>
  ProofView.parse(await at.as(who).must('GET', `/api/v1/proofs/${id}`));

async function keptOf(id: string): Promise<unknown> {
  return (await at.house.database.inScope(scope, (db) => proofById(db, id)))?.verdict;
}

async function codeOf(reply: Promise<Reply>): Promise<unknown> {
  return ((await reply).json as { readonly code?: string }).code;
}

const refusalOf = (body: NewProof): Promise<unknown> => codeOf(at.as('pilot').call('POST', '/api/v1/proofs', body));

test('what cannot be shown is refused before it is written, and nothing is written', async () => {
  expect(await refusalOf(own({ startDay: '2026-06-29' }))).toBe('proof/start_past');
  expect(await refusalOf(own({ size: 0 }))).toBe('proof/no_size');
  expect(await refusalOf(own({ size: -3 }))).toBe('proof/no_size');
  expect(await refusalOf(own({ weeks: 3 }))).toBe('proof/too_short');
  expect(await refusalOf(own({ figure: 'moderation_load' }))).toBe('proof/not_weekly');
  expect(await refusalOf(own({ figure: 'nothing' }))).toBe('proof/no_figure');
  expect(await refusalOf(own({ figure: 'reply_coverage_7d', controls: [] }))).toBe('proof/no_history');
  expect(await refusalOf(own({ controls: [{ place: [madeId('place', 1)] }] }))).toBe('proof/control_same');
  expect(await refusalOf(own({ slice: { place: [randomUUID()] } }))).toBe('http/not_found');
  expect(await refusalOf(own({ design: 'draw' }))).toBe('proof/draw_figure');
  expect(await refusalOf(own({ design: 'draw', figure: 'activation_30d' }))).toBe('proof/no_consent');
  expect((await at.as('host').call('POST', '/api/v1/proofs', own())).status).toBe(403);
  const { items } = ProofList.parse(await at.as('pilot').must('GET', '/api/v1/proofs'));
  expect(items).toEqual([]);
});

test('a design that cannot tell says so before it begins, and what could', async () => {
  const found = Rehearsal.parse(await at.as('pilot').must('POST', '/api/v1/proofs/rehearsal', own({ size: 1 })));
  expect(found).toMatchObject({ canTell: false, isThin: false, matters: 0.01, places: 2 });
  expect(found.visible).toBeGreaterThan(0.01);
  const able = Rehearsal.parse(await at.as('pilot').must('POST', '/api/v1/proofs/rehearsal', own({ size: 300 })));
  expect(able).toMatchObject({ canTell: true, moreWeeks: null });
});

test('from expectation to verdict: written, frozen, judged on its day, kept', async () => {
  const id = await writtenThen();
  await expect(
    at.house.database.inScope(scope, (db) =>
      sql`update proof set expects = '{}' where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(db.tx),
    ),
  ).rejects.toThrow('never changed');
  const found = await page(id);
  expect(found).toMatchObject({
    state: 'judged',
    verdict: 'effect_up',
    asExpected: true,
    reason: 'interval_above_zero',
    since: null,
    dueDay: '2026-05-11',
    controlsLost: 0,
  });
  expect(found.told?.change).toBeGreaterThan(0.7);
  expect(found.weeks.filter(({ expected }) => expected !== null)).toHaveLength(8);
  const seen = await page(id, 'sponsor');
  expect(seen.told).toEqual(found.told);
  const { shares, judged } = ProofList.parse(await at.as('sponsor').must('GET', '/api/v1/proofs'));
  expect([judged, shares.find(({ verdict }) => verdict === 'effect_up')?.n]).toEqual([1, 1]);
  // Whoever looks is told the verdict of the day, and has written nothing: that is for the round.
  expect(await keptOf(id)).toBeNull();
  expect(await settleProofs(at.deps, scope)).toBe(1);
  expect(await keptOf(id)).toBe('effect_up');
  expect(await page(id)).toMatchObject({ verdict: 'effect_up', told: found.told, weeks: found.weeks, since: null });
  const [event] = await at.house.database.inScope(scope, async (db) => {
    expect(await verifyChain(db)).toMatchObject({ intact: true });
    return recordedBetween(db, ['proof.written'], { from: new Date(0), until: new Date('2027-01-01') });
  });
  expect(event).toMatchObject({ objectId: id, after: { fingerprint: found.fingerprint } });
  const late = at.as('pilot').call('POST', `/api/v1/proofs/${id}/withdraw`, { version: 2, why: 'Décevant' });
  expect(await codeOf(late)).toBe('proof/judged');
});

test('an outage in the window stands in the way until the pilot clears it, in writing', async () => {
  const then = { ...at.deps, clock: standingClock('2025-12-08T08:00:00Z') };
  const asked = { slice: { place: [madeId('place', 0)] }, controls: [], startDay: '2025-12-15', title: 'Accueil' };
  const written = await writeProof(then, scope, pilot, own(asked));
  if (!written.ok) throw new Error(written.refusal.code);
  const { id } = written.value;
  const found = await page(id);
  expect(found.weeks.find(({ from }) => from === SILENT_WEEK)?.value).toBeNull();
  expect(found).toMatchObject({ verdict: 'cannot_tell', reason: 'confounded' });
  expect(found.happenings).toMatchObject([{ kind: 'outage', day: SILENT_WEEK, blocks: true, cleared: null }]);
  const event = found.happenings[0]?.key;
  await at.as('pilot').must('POST', `/api/v1/proofs/${id}/clear`, { event, why: 'Fermé pour les fêtes' });
  const after = await page(id);
  expect(after.verdict).not.toBe('effect_up');
  expect(after).toMatchObject({ happenings: [{ cleared: { why: 'Fermé pour les fêtes' } }] });
  expect(after.reason).not.toBe('confounded');
});

async function mandate(day: string, state: string, intention: string): Promise<string> {
  const id = randomUUID();
  const terms = { intention, freedom: 'Tout', effort_hours: 10, from_day: day, until_day: '2026-05-04' };
  const slice = { place: [madeId('place', 1)] };
  const expects = { figure: 'active_members', slice, direction: 'up', size: 3 };
  const dates = { made_at: '2026-03-01T08:00:00Z', given_at: '2026-03-02T08:00:00Z' };
  await at.house.database.inScope(scope, (db) =>
    put(db, 'mandate', [
      {
        id,
        objective_id: objectiveId,
        ...terms,
        expects,
        host_id: at.hostId,
        state,
        made_by: at.hostId,
        ...dates,
        version: 1,
      },
    ]),
  );
  return id;
}

test('three mandates at once on one figure: nobody can tell which, until the pilot says why; it judges its mandate', async () => {
  const mandateId = await mandate('2026-03-09', 'done', 'Ouvrir des ateliers');
  await mandate('2026-03-12', 'active', 'Écrire plus souvent');
  await mandate('2026-03-16', 'active', 'Inviter des pairs');
  const body: NewProof = { mandateId, controls: [], events: [] };
  const { id } = (await at.as('pilot').must('POST', '/api/v1/proofs', body)) as { readonly id: string };
  expect(await refusalOf(body)).toBe('proof/mandate_taken');
  const byHand = { version: 1, verdict: 'shown', text: 'Je le sens' };
  const judging = at.as('pilot').call('POST', `/api/v1/mandates/${mandateId}/judge`, byHand);
  expect(await codeOf(judging)).toBe('mandate/has_proof');
  const found = await page(id);
  expect(found).toMatchObject({ verdict: 'cannot_tell', reason: 'confounded', mandate: { id: mandateId } });
  const asked = async () => {
    const jobs = `select key from graphile_worker.jobs where task_identifier = 'proof.round'`;
    const { rows } = await at.house.database.ownerPool.query<{ key: string }>(jobs);
    return rows.map(({ key }) => key.split(' ')[2]);
  };
  // Of a mandate that is over, at once; of every proof, the next day.
  expect(await asked()).toEqual(expect.arrayContaining([undefined, '2026-06-30']));
  const call = { scope, payload: {}, signal: AbortSignal.timeout(60_000), attempt: 1, isLastAttempt: false };
  await proofTasks(at.deps)['proof.round']?.(call);
  const blocking = found.happenings.filter(({ blocks }) => blocks);
  expect(blocking.map(({ kind }) => kind).toSorted()).toEqual(['mandate', 'mandate', 'proof']);
  expect(await at.as('pilot').must('GET', `/api/v1/mandates/${mandateId}`)).toMatchObject({
    state: 'judged',
    verdict: 'cannot_tell',
    proofId: id,
  });
  const clear = (who: 'pilot' | 'host', event: string) =>
    at.as(who).call('POST', `/api/v1/proofs/${id}/clear`, { event, why: 'Dans un autre lieu' });
  expect((await clear('host', blocking[0]?.key ?? '')).status).toBe(403);
  for (const { key } of blocking) expect((await clear('pilot', key)).status).toBe(204);
  const twice = await clear('pilot', blocking[0]?.key ?? '');
  expect(twice).toMatchObject({ json: { code: 'proof/cleared' } });
  expect(twice.text).toMatch(/déjà levé par .+\. Il n’y a plus rien/u);
  expect(await page(id)).toMatchObject({ verdict: 'effect_up' });
});

test('what is withdrawn stays listed, with why; the check counts what was due', async () => {
  const { id } = (await at.as('pilot').must('POST', '/api/v1/proofs', own())) as { readonly id: string };
  await at.as('pilot').must('POST', `/api/v1/proofs/${id}/withdraw`, { version: 1, why: 'Reporté à la rentrée' });
  const { items } = ProofList.parse(await at.as('pilot').must('GET', '/api/v1/proofs'));
  expect(items.find((one) => one.id === id)).toMatchObject({
    state: 'withdrawn',
    withdrawnWhy: 'Reporté à la rentrée',
  });
  const second = await at.as('admin').call('POST', `/api/v1/proofs/${id}/withdraw`, { version: 1, why: 'Trop tôt' });
  expect(second).toMatchObject({ status: 409, json: { code: 'proof/stale' } });
  expect(second.text).toMatch(/entre-temps \(.+\u00A0: retirée\)/u);
  const counts = await at.house.database.inScope(scope, (db) =>
    read(db, proofCounts(db, { from: '2026-04-01', until: '2026-06-30' })),
  );
  expect(counts).toEqual([{ finished: 2, judged: 2 }]);
});

test('newcomers are drawn as they come, by a seed written before, listed, and stay where they were drawn', async () => {
  const draw = { design: 'draw', figure: 'activation_30d', size: 0.1, sizeIn: 'unit', controls: [] } as const;
  const agreed = { consent: 'Comité de mars, toute l’équipe', slice: {}, startDay: '2025-05-12', weeks: 40 };
  const then = { ...at.deps, clock: standingClock('2025-05-11T08:00:00Z') };
  const written = await writeProof(then, scope, pilot, own({ ...draw, ...agreed }));
  if (!written.ok) throw new Error(written.refusal.code);
  const { id } = written.value;
  const found = await page(id);
  expect(found).toMatchObject({ design: 'draw', state: 'judged', verdict: 'not_enough_data', reason: 'too_few_drawn' });
  const list = async () => DrawView.parse(await at.as('host').must('GET', `/api/v1/proofs/${id}/draw`)).items;
  const told = await list();
  const drawing = { proofId: id, seed: found.seed ?? '', startDay: '2025-05-12', untilDay: found.untilDay };
  const again = await drawNewcomers(at.deps, scope, {}, drawing);
  expect(again).toEqual(found.arms);
  expect(told).toHaveLength(again.now.drawn + again.later.drawn);
  expect(await list()).toEqual(told);
  expect((await at.as('sponsor').call('GET', `/api/v1/proofs/${id}/draw`)).status).toBe(403);
});
