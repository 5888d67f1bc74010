import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sumUp } from '#cockpit/value/sums/rules.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { read } from '#platform/db/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { CourseHouse } from '../../../../tools/testing/course.ts';
import { openCourse } from '../../../../tools/testing/course.ts';
import { put } from '../../../../tools/testing/made-community.ts';
import { valueRoutes } from './index.ts';
import { valueStanding } from './lookup.ts';
import { ResultsView } from '#cockpit/value/results/wire.ts';
import { ProofsOffered } from './wire.ts';
import { readValue } from '#cockpit/value/telling/service.ts';
import { HistoryView, ValueView } from '#cockpit/value/telling/wire.ts';

let open: CourseHouse;
let as: CourseHouse['as'];

beforeAll(async () => {
  const sums = { of: async (input: Parameters<typeof sumUp>[0]) => sumUp(input) };
  open = await openCourse((deps) => valueRoutes({ ...deps, sums, draws: 200 }));
  ({ as } = open);
});

afterAll(() => open[Symbol.asyncDispose]());

const value = async (who: FunctionName = 'pilot', query = '') =>
  ValueView.parse(await as(who).must('GET', `/api/v1/value${query}`));
const refused = async (reply: ReturnType<Browser['call']>) => {
  const { status, json } = await reply;
  const { code, detail, errors } = json as {
    code: string;
    detail: string;
    errors?: { path: string; detail: string }[];
  };
  return { status, code, detail, errors };
};
const given = (low: number, likely: number, high: number, change: object = {}) => ({
  low,
  likely,
  high,
  by: 'Hugo Vidal',
  on: '2026-03-01',
  from: 'survey',
  ...change,
});
const MEASURED = { from: 'measured', figure: { figure: 'active_members', days: '28' } };
const answers = (change: object = {}) => ({
  stream: 'answers',
  name: 'Questions résolues',
  event: { kind: 'question_solved' },
  inputs: {
    count: given(800, 1200, 1500, MEASURED),
    solved: given(0.4, 0.6, 0.7),
    worth: given(500, 1200, 2500),
    due: given(0.3, 0.5, 0.8),
    anyway: given(0.1, 0.2, 0.4),
  },
  ...change,
});
const tools = (high = 60_000) => ({
  stream: 'tools',
  name: 'Forum hébergé',
  inputs: { amount: given(40_000, 50_000, high) },
});
const settings = (change: object = {}) => ({ currency: 'EUR', years: 3, rate: 0.04, shape: 'pert', ...change });

describe('a value model', () => {
  test('begins with its settings; a line before them is refused', async () => {
    expect(await value()).toMatchObject({ sheet: null, newest: null, can: { write: true, review: false } });
    const early = await refused(as('pilot').call('POST', '/api/v1/value/lines', { version: 0, line: tools() }));
    expect([early.status, early.code]).toEqual([422, 'value/not_begun']);
    expect(await as('pilot').must('POST', '/api/v1/value/settings', { version: 0, ...settings() })).toEqual({
      version: 1,
    });
    expect(await standing()).toMatchObject({ isWhole: false });
  });

  test('says what is wrong in its own field and changes nothing', async () => {
    const { inputs } = answers();
    const wrong = { ...inputs, worth: given(900, 500, 2500), due: given(0.3, 0.5, 1.8) };
    const line = answers({ inputs: wrong });
    const told = await refused(as('pilot').call('POST', '/api/v1/value/lines', { version: 1, line }));
    expect(told.status).toBe(400);
    expect(told.errors).toEqual([
      expect.objectContaining({ path: 'line.inputs.worth.low', detail: expect.stringContaining('Le bas dépasse') }),
      expect.objectContaining({
        path: 'line.inputs.due.high',
        detail: expect.stringMatching(/^Une part ne dépasse pas 100\s%/u),
      }),
    ]);
    const silent = {
      ...inputs,
      count: given(1, 2, 3, { from: 'measured', figure: { figure: 'reply_sla', days: '28' } }),
    };
    const unmeasured = { version: 1, line: answers({ inputs: silent }) };
    expect(await refused(as('pilot').call('POST', '/api/v1/value/lines', unmeasured))).toMatchObject({
      status: 422,
      code: 'value/no_history',
    });
    const late = tools();
    late.inputs.amount = given(1, 2, 3, { on: '2026-03-03' });
    expect(await refused(as('pilot').call('POST', '/api/v1/value/lines', { version: 1, line: late }))).toMatchObject({
      code: 'value/said_later',
    });
    expect((await value()).newest).toBe(1);
  });

  test('keeps lines with the number that was measured beside them, and counts an event once', async () => {
    await as('pilot').must('POST', '/api/v1/value/lines', { version: 1, line: answers(), why: 'Première saisie' });
    const { sheet } = await value('sponsor');
    const [line] = sheet?.lines ?? [];
    expect(line?.inputs.map(({ id }) => id)).toEqual(['count', 'solved', 'worth', 'due', 'anyway']);
    expect(line?.inputs[0]?.given.figure).toMatchObject({ figure: 'active_members', unit: 'persons', value: 30 });
    const twin = { ...answers(), stream: 'tickets', name: 'Tickets évités' };
    const { solved, worth, ...others } = answers().inputs;
    const tickets = { ...twin, inputs: { ...others, otherwise: solved, ticket: worth } };
    const told = await refused(as('pilot').call('POST', '/api/v1/value/lines', { version: 2, line: tickets }));
    expect(told.code).toBe('value/counted_twice');
    expect(told.detail).toMatch(/^«\sQuestions résolues\s» compte déjà les questions résolues\./u);
    expect((await as('pilot').call('GET', '/api/v1/value/results')).status).toBe(422);
  });

  test('once something is paid too, comes to ranges that are the same each time', async () => {
    await as('pilot').must('POST', '/api/v1/value/lines', { version: 2, line: tools() });
    const read = async () => ResultsView.parse(await as('sponsor').must('GET', '/api/v1/value/results'));
    const results = await read();
    expect(results).toEqual(await read());
    expect(results.main.net.p05).toBeLessThan(results.main.net.p95);
    expect(results.levers.length).toBe(6);
    expect(results.lines.length).toBe(2);
    expect(await standing()).toEqual({ isWhole: true, seenOn: '2026-03-02' });
  });

  test('of another version than the one read is not written over, and says who changed what', async () => {
    const { sheet } = await value();
    const [, line] = sheet?.lines ?? [];
    const path = `/api/v1/value/lines/${line?.id ?? ''}`;
    await as('admin').must('PUT', path, { version: 3, line: tools(70_000), why: 'Nouveau contrat' });
    const stale = await refused(as('pilot').call('PUT', path, { version: 3, line: tools(80_000) }));
    expect([stale.status, stale.code]).toEqual([409, 'value/stale']);
    expect(stale.detail).toContain('Forum hébergé');
    const same = await refused(as('pilot').call('PUT', path, { version: 4, line: tools(70_000) }));
    expect(same.code).toBe('value/same');
    const history = HistoryView.parse(await as('pilot').must('GET', '/api/v1/value/versions'));
    expect(history.versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(history.versions[0]).toMatchObject({
      why: 'Nouveau contrat',
      changes: [{ name: 'Forum hébergé', field: 'amount', unit: 'money', after: { high: 70_000 } }],
    });
    expect((await value('pilot', '?version=3')).sheet?.lines[1]?.inputs[0]?.given.high).toBe(60_000);
    expect((await value('pilot', '?version=3')).can).toEqual({ write: false, review: false });
  });

  test('has scenarios beside it, which forget a line that is taken out', async () => {
    const { sheet } = await value();
    const [first] = sheet?.lines ?? [];
    const lineId = first?.id ?? '';
    const scenario = { name: 'Prudent', ranges: { [lineId]: { due: given(0.05, 0.1, 0.2) } } };
    await as('pilot').must('POST', '/api/v1/value/scenarios', { version: 4, scenario });
    const { main, scenarios } = ResultsView.parse(await as('pilot').must('GET', '/api/v1/value/results'));
    expect(scenarios[0]?.name).toBe('Prudent');
    expect(scenarios[0]?.net.p50).toBeLessThan(main.net.p50);
    await as('pilot').must('POST', `/api/v1/value/lines/${lineId}/remove`, { version: 5, why: 'Compté ailleurs' });
    expect((await value()).sheet?.scenarios).toMatchObject([{ name: 'Prudent', ranges: [] }]);
  });

  test('is read by who pilots and who pays, and by nobody else', async () => {
    for (const path of ['value', 'value/results', 'value/versions'])
      expect((await as('host').call('GET', `/api/v1/${path}`)).status).toBe(403);
    expect((await as('sponsor').call('POST', '/api/v1/value/settings', { version: 6, ...settings() })).status).toBe(
      403,
    );
    expect((await value('sponsor')).can).toEqual({ write: false, review: true });
  });

  test('is to be read through again after 120 days', async () => {
    const scope = await scopeOf(as('admin'));
    const reader = { scope, functions: ['sponsor'], language: 'fr' } as const;
    const due = async (day: string): Promise<boolean | undefined> => {
      const clock = { now: () => new Date(`${day}T08:00:00Z`) };
      const read = await readValue({ database: open.house.database, clock }, reader, undefined);
      return read.ok ? read.value.isReviewDue : undefined;
    };
    expect([await due('2026-06-30'), await due('2026-07-01')]).toEqual([false, true]);
    await as('sponsor').must('POST', '/api/v1/value/reviews', { version: 6, note: 'Tient toujours' });
    expect(await value()).toMatchObject({ isReviewDue: false, review: { by: 'Hugo Vidal', version: 6 } });
    const stale = await refused(as('sponsor').call('POST', '/api/v1/value/reviews', { version: 5 }));
    expect(stale.code).toBe('value/stale');
  });

  test('takes the share due from a proof that has its verdict, never narrower than one that cannot tell', async () => {
    const [tells, cannot, waits, gone] = await madeProofs();
    const { items } = ProofsOffered.parse(await as('pilot').must('GET', '/api/v1/value/proofs'));
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([tells, cannot]));
    const share = { low: 0, likely: 0.333, high: 0.5 };
    expect(items.find(({ id }) => id === cannot)).toMatchObject({ verdict: 'cannot_tell', share, lack: null });
    const body = (proof: string | undefined, [low, likely, high]: readonly [number, number, number]) => {
      const due = given(low, likely, high, { from: 'proof', proof });
      return { version: 6, line: answers({ inputs: { ...answers().inputs, due } }) };
    };
    const post = (proof: string | undefined, three: readonly [number, number, number]) =>
      refused(as('pilot').call('POST', '/api/v1/value/lines', body(proof, three)));
    const narrow = await post(cannot, [0.3, 0.4, 0.5]);
    expect([narrow.status, narrow.code]).toEqual([422, 'value/narrower_than_proof']);
    expect(narrow.detail).toMatch(/au moins de 0 à 50\s%/u);
    expect(await post(waits, [0.1, 0.4, 0.6])).toMatchObject({ status: 422, code: 'value/proof_unjudged' });
    expect(await post(gone, [0.1, 0.4, 0.6])).toMatchObject({ status: 422, code: 'value/proof_withdrawn' });
    expect((await post(randomUUID(), [0.1, 0.4, 0.6])).status).toBe(404);
    expect((await value()).newest).toBe(6);
    await as('pilot').must('POST', '/api/v1/value/lines', body(cannot, [0, 0.333, 0.5]));
    const kept = (await value('sponsor')).sheet?.lines.at(-1)?.inputs.find(({ id }) => id === 'due')?.given;
    expect(kept).toMatchObject({ from: 'proof', proof: { id: cannot, verdict: 'cannot_tell', ...share } });
  });
});

/** A proof that tells, one that cannot, one without its verdict, one withdrawn. */
async function madeProofs(): Promise<readonly string[]> {
  const scope = await scopeOf(as('admin'));
  const [low, change, high] = [-0.2, 0.5, 1];
  const told = { observed: 30, expected: 20, change, changeRange: { low, high }, extra: null, visible: 0.4 };
  const outcome = { of: 'counts', told, weeks: [], path: [], happenings: [] };
  const judged = { judged_at: '2026-02-20T08:00:00Z', outcome };
  const states = [
    { verdict: 'effect_up', ...judged },
    { verdict: 'cannot_tell', ...judged },
    { due_day: '2026-04-01' },
    { withdrawn_at: '2026-02-01T08:00:00Z', withdrawn_why: 'Reporté' },
  ];
  const written = {
    title: 'Ateliers du soir',
    expects: { figure: 'active_members', direction: 'up' },
    fingerprint: 'a'.repeat(64),
    figure: 'active_members',
    start_day: '2025-12-01',
    until_day: '2026-02-01',
    made_at: '2025-11-20T08:00:00Z',
    version: 1,
  };
  const rows = states.map((state) => ({ id: randomUUID(), ...written, due_day: '2026-02-10', ...state }));
  await open.house.database.inScope(scope, async (db) => {
    for (const row of rows) await put(db, 'proof', [row]);
  });
  return rows.map(({ id }) => id);
}

async function standing() {
  const scope = await scopeOf(as('admin'));
  return await open.house.database.inScope(
    scope,
    async (db) => (await read(db, valueStanding(db, { until: '2027-01-01', zone: 'Europe/Paris' })))[0],
  );
}
