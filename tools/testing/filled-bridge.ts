import { randomUUID } from 'node:crypto';
import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';
import { put } from './made-community.ts';

interface Ground {
  readonly colleagueId: string;
  readonly memberId: string;
  readonly placeId: string;
  readonly threadId: string;
  readonly messageId: string;
  readonly channelId: string;
  readonly themeId: string;
  readonly segmentId: string;
}

const AT = '2026-03-02T09:00:00Z';

/** One of everything of the course, the bridge and the check, tied to one another, with `mark` in what people write. */
export async function fillBridge(database: Database, scope: Scope, ground: Ground, mark: string) {
  const ids = {
    objectiveId: randomUUID(),
    keyResultId: randomUUID(),
    mandateId: randomUUID(),
    actionId: randomUUID(),
    signalId: randomUUID(),
    insightId: randomUUID(),
    evidenceId: randomUUID(),
    linkId: randomUUID(),
    decisionId: randomUUID(),
    letterId: randomUUID(),
    lineId: randomUUID(),
    scenarioId: randomUUID(),
    proofId: randomUUID(),
  };
  const rows = [
    ...courseRows(ids, ground, mark),
    ...valueRows(ids, ground, mark),
    ...mandateRows(ids, ground, mark),
    ...signalRows(ids, ground, mark),
  ];
  await database.inScope(scope, async (db) => {
    for (const [table, row] of [
      ...rows,
      ...decisionRows(ids, ground, mark),
      ...rocketRows(ground, mark),
      ...proofRows(ids, ground, mark),
    ])
      await put(db, table, [row]);
  });
  return { ...ids, ...asked(ground) };
}

/** The same things by the names that bodies give them. */
function asked({ colleagueId, placeId, channelId, themeId, segmentId }: Ground) {
  return {
    ownerId: colleagueId,
    sponsorId: colleagueId,
    'slice.place': placeId,
    'slice.channel': channelId,
    'slice.theme': themeId,
    'slice.segment': segmentId,
  };
}

type Ids = Readonly<Record<`${string}Id`, string>>;
type Row = readonly [table: string, row: Readonly<Record<string, unknown>>];

function courseRows(ids: Ids, { colleagueId: by }: Ground, mark: string): readonly Row[] {
  const { objectiveId, keyResultId } = ids;
  const objective = { title: `Objectif ${mark}`, reason: mark, kind: 'support', owner_id: by, horizon: '2027-01-01' };
  const measured = { baseline: 10, baseline_from: '2026-01-01', baseline_until: '2026-01-31', target: 20 };
  const aim = { figure: 'active_members', slice: '{}', span_days: 30, ...measured, due: '2026-12-31' };
  const forecast = { aim_day: '2026-12-27', weeks: 30, target: 20, wanted: 'at_least', median: 15, fan: '[]' };
  return [
    ['vision', { number: 1, text: `Vision ${mark}`, written_by: by, written_at: AT }],
    ['vision_confirmation', { id: randomUUID(), number: 1, confirmed_by: by, confirmed_at: AT }],
    ['objective', { id: objectiveId, ...objective, state: 'live', version: 1, made_by: by, made_at: AT }],
    ['key_result', { id: keyResultId, objective_id: objectiveId, ...aim, version: 1, made_by: by, made_at: AT }],
    ['key_result_reading', { key_result_id: keyResultId, day: '2026-03-01', taken_at: AT, value: 11 }],
    ['key_result_forecast', { key_result_id: keyResultId, day: '2026-03-01', made_at: AT, ...forecast }],
  ];
}

function valueRows({ lineId, scenarioId }: Ids, { colleagueId: by }: Ground, mark: string): readonly Row[] {
  const given = { low: 1, likely: 2, high: 3, by: mark, on: '2026-02-01', from: 'guess', note: mark, figure: null };
  const line = {
    id: lineId,
    stream: 'tools',
    name: `Ligne ${mark}`,
    event: null,
    every: 'year',
    inputs: { amount: given },
  };
  const scenario = { id: scenarioId, name: `Scénario ${mark}`, ranges: [{ lineId, input: 'amount', given }] };
  const settings = { currency: 'EUR', years: 3, rate: 0.04, shape: 'pert' };
  const sheet = { ...settings, lines: [line], scenarios: [scenario] };
  const read = { id: randomUUID(), number: 1, note: mark, reviewed_by: by, reviewed_at: AT };
  return [
    ['value_version', { number: 1, sheet, why: mark, made_by: by, made_at: AT }],
    ['value_review', read],
  ];
}

function mandateRows(ids: Ids, { colleagueId: by, messageId }: Ground, mark: string): readonly Row[] {
  const { objectiveId, mandateId, actionId } = ids;
  const asked = { intention: `Intention ${mark}`, freedom: mark, effort_hours: 10 };
  const when = { from_day: '2026-01-01', until_day: '2026-06-01' };
  const meant = { audience: { channels: [] }, rule: { channels: [], labels: [mark], authors: [] } };
  const whose = { ...meant, host_id: by, state: 'active', version: 1, made_by: by, made_at: AT };
  const sorted = { sorted_by: by, sorted_at: AT, version: 1 };
  return [
    ['mandate', { id: mandateId, objective_id: objectiveId, ...asked, ...when, ...whose }],
    ['mandate_word', { id: randomUUID(), mandate_id: mandateId, by_id: by, at: AT, text: mark }],
    [
      'action',
      {
        id: actionId,
        kind: 'reply',
        tie: 'mandate',
        mandate_id: mandateId,
        message_id: messageId,
        day: '2026-02-01',
        done_by: by,
        ...sorted,
      },
    ],
  ];
}

function signalRows(ids: Ids, ground: Ground, mark: string): readonly Row[] {
  const { signalId, insightId, evidenceId, objectiveId } = ids;
  const { colleagueId: by, messageId, threadId, memberId, placeId } = ground;
  const lists = { options: '{}', words: '{}' };
  const asked = { ask: mark, ...lists, objective_id: objectiveId, owner_id: by, due: '2026-05-01' };
  const where = { place_id: placeId, place_name: mark, channel_name: mark, author_name: mark };
  const heard = { message_id: messageId, thread_id: threadId, member_id: memberId, ...where };
  return [
    [
      'insight',
      {
        id: insightId,
        statement: `Enseignement ${mark}`,
        ...asked,
        state: 'submitted',
        version: 1,
        made_by: by,
        made_at: AT,
        submitted_at: AT,
      },
    ],
    [
      'signal',
      {
        id: signalId,
        kind: 'need',
        line: `Signal ${mark}`,
        state: 'merged',
        insight_id: insightId,
        version: 1,
        raised_by: by,
        raised_at: AT,
      },
    ],
    [
      'evidence',
      {
        id: evidenceId,
        signal_id: signalId,
        ...heard,
        at: '2026-02-01T09:00:00Z',
        text: `Un mot sur ${mark}`,
        language: 'fr',
        added_by: by,
        added_at: AT,
      },
    ],
    ['insight_read', { insight_id: insightId, message_id: messageId, read_by: by, read_at: AT }],
  ];
}

function decisionRows(ids: Ids, { colleagueId: by, memberId }: Ground, mark: string): readonly Row[] {
  const { insightId, linkId, letterId, decisionId } = ids;
  const told = { member_id: memberId, text: mark, language: 'fr', by_id: by, at: AT };
  const letter = { key: mark, recipient: `x@${mark}.fr`, subject: mark, body: mark, state: 'waiting', made_at: AT };
  return [
    ['decision', { id: decisionId, insight_id: insightId, answer: 'yes', reason: mark, by_id: by, at: AT }],
    ['delivery_note', { id: randomUUID(), insight_id: insightId, day: '2026-04-01', text: mark, by_id: by, at: AT }],
    ['told', { id: randomUUID(), insight_id: insightId, decision_id: decisionId, ...told }],
    ['told_opt_out', { member_id: memberId, by_id: by, at: AT }],
    ['decide_link', { id: linkId, insight_id: insightId, made_at: AT, expires_at: '2026-06-01T00:00:00Z' }],
    ['letter', { id: letterId, ...letter, tries: 0 }],
  ];
}

function proofRows(ids: Ids, { colleagueId: by, memberId }: Ground, mark: string): readonly Row[] {
  const { proofId, mandateId } = ids;
  const days = { start_day: '2026-01-05', until_day: '2026-03-02', due_day: '2026-03-09' };
  const size = { direction: 'up', size: 1, sizeIn: 'unit', base: 10, matters: 0.1, weeks: 8, design: 'weeks' };
  const around = { slice: {}, controls: [], events: [], startDay: days.start_day };
  const expects = { figure: 'active_members', ...size, ...around };
  const written = { title: `Preuve ${mark}`, expects, fingerprint: 'a'.repeat(64), figure: 'active_members', ...days };
  return [
    ['proof', { id: proofId, mandate_id: mandateId, ...written, made_by: by, made_at: AT, version: 1 }],
    ['proof_clearing', { id: randomUUID(), proof_id: proofId, event: mark, why: mark, by_id: by, at: AT }],
    ['proof_draw', { proof_id: proofId, member_id: memberId, arm: 'now', arrived_on: '2026-01-06', drawn_at: AT }],
  ];
}

function rocketRows({ colleagueId: by }: Ground, mark: string): readonly Row[] {
  const holding = { responsibility: 'vision', function: 'pilot', letter: 'A', set_by: by, set_at: AT };
  const threshold = { indicator: 'presence', in_place: 0.7, missing: 0.3, why: mark, set_by: by, set_at: AT };
  return [
    ['check_threshold', { ...threshold, version: 1 }],
    ['check_month', { month: '2026-02-01', taken_at: AT, answer: '{}' }],
    ['charter_holding', { id: randomUUID(), ...holding }],
  ];
}
