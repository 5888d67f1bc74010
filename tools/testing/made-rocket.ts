import { madeId } from './made-community.ts';
import { day, forum, instant } from './made-forum.ts';

const START = '2025-12-01';

/** A written-out id for what is made by hand. */
export const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/**
 * Thirty people and one of the team. Each of 90 days one of the thirty opens a thread; the next one answers within the
 * hour on all days but every tenth; the team writes from Monday to Friday, save on the first two Mondays.
 */
export function thirty() {
  const { made, say, open } = forum(31);
  let mondays = 0;
  for (let n = 0; n < 90; n += 1) {
    const at = day(START, n);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    const thread = open(n % 30, instant(at));
    if (n % 10 !== 9) say((n + 1) % 30, instant(at, '12:30'), { thread });
    if (weekday === 1) mondays += 1;
    if (weekday > 0 && weekday < 6 && !(weekday === 1 && mondays <= 2)) say(30, instant(at, '15:00'), { thread });
  }
  return { ...made, members: made.members.map((member, n) => (n === 30 ? { kind: 'staff' as const } : member)) };
}

/** One of the messages of a member, another for each number. */
function messageBy(member: number, n: number): string {
  const own = thirty().messages.flatMap(({ account }, at) => (account === member ? [at] : []));
  return madeId('message', own[n % own.length] ?? 0);
}

type Write = (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>;

interface Hands {
  readonly adminId: string;
  readonly hostId: string;
}

/** Something of everything of the cockpit and the bridge, in numbers that one counts by hand. */
export async function fillRocket(write: Write, { adminId, hostId }: Hands): Promise<void> {
  const made = { made_by: adminId, made_at: '2026-02-01T09:00:00Z', version: 1 };
  const objective = { title: 'Alléger le support', reason: 'Le temps', kind: 'support', owner_id: adminId };
  await write('vision', [{ number: 1, text: 'Aider', written_by: adminId, written_at: '2026-02-01T09:00:00Z' }]);
  await write('objective', [
    { id: id(1), ...objective, horizon: '2026-12-01', state: 'live', sponsor_id: adminId, ...made },
    { id: id(2), ...objective, horizon: '2026-12-01', state: 'draft', sponsor_id: adminId, ...made },
  ]);
  const measured = { baseline: 0.5, baseline_from: '2025-12-01', baseline_until: '2026-01-01', target: 0.8 };
  const aim = { objective_id: id(1), figure: 'reply_coverage_7d', slice: '{}', span_days: 30, ...measured };
  await write('key_result', [{ id: id(3), ...aim, due: '2026-12-01', ...made }]);
  const mandate = { objective_id: id(1), intention: 'Accueillir', audience: '{}', freedom: 'Tout', effort_hours: 12 };
  const days = { from_day: '2026-02-01', until_day: '2026-04-01', rule: '{}', expects: '{"figure":"welcomed_24h"}' };
  await write('mandate', [{ id: id(4), ...mandate, ...days, host_id: hostId, state: 'accepted', ...made }]);
  // Of the team's messages 40 are sorted: 30 serve the mandate, 10 keep the house. One call more is off-plan.
  const sorted = { day: '2026-02-10', sorted_by: hostId, sorted_at: '2026-02-10T09:00:00Z', version: 1 };
  const ofTeam = thirty().messages.flatMap(({ account }, n) => (account === 30 ? [n] : []));
  await write(
    'action',
    ofTeam.slice(0, 40).map((n, at) => ({
      id: id(100 + at),
      kind: 'reply',
      tie: at < 30 ? 'mandate' : 'house',
      mandate_id: at < 30 ? id(4) : null,
      message_id: madeId('message', n),
      ...sorted,
      minutes: 6,
    })),
  );
  await write('action', [{ ...sorted, id: id(99), kind: 'call', tie: 'offplan', minutes: 30, done_by: hostId }]);
  const insight = { statement: 'Le tarif est illisible', options: '{}', words: '{}', due: '2026-02-20', ...made };
  const asked = { submitted_at: '2026-02-05T09:00:00Z', state: 'decided' };
  await write('insight', [
    { id: id(5), ...insight, ...asked, decided_at: '2026-02-20T20:00:00Z' },
    { id: id(6), ...insight, ...asked, decided_at: '2026-02-21T20:00:00Z' },
    { id: id(7), ...insight, ...asked, state: 'submitted', decided_at: null },
  ]);
  const raised = { kind: 'need', line: 'Tarif', state: 'merged', version: 1, raised_by: hostId };
  await write('signal', [
    { id: id(8), ...raised, insight_id: id(5), raised_at: '2026-02-03T09:00:00Z' },
    { id: id(9), ...raised, insight_id: id(6), raised_at: '2026-02-04T09:00:00Z' },
  ]);
  const heard = { place_id: madeId('place', 0), place_name: 'Forum', channel_name: 'Salon', language: 'fr' };
  const kept = { at: '2026-01-05T09:00:00Z', text: 'Trop cher', added_by: hostId, added_at: '2026-02-03T09:00:00Z' };
  const evidence = (n: number, signal: number, member: number) => ({
    id: id(n),
    signal_id: id(signal),
    message_id: messageBy(member, n),
    member_id: madeId('member', member),
    ...heard,
    ...kept,
  });
  // Two members behind the first, one of them twice; three behind the second, one of whom does not want to be told.
  await write('evidence', [
    evidence(11, 8, 0),
    evidence(12, 8, 0),
    evidence(13, 8, 1),
    evidence(14, 9, 1),
    evidence(15, 9, 2),
    evidence(16, 9, 3),
  ]);
  await write('told_opt_out', [{ member_id: madeId('member', 3), by_id: hostId, at: '2026-02-22T09:00:00Z' }]);
  const decision = { answer: 'yes', reason: 'On le refait', by_id: adminId };
  await write('decision', [
    { id: id(31), insight_id: id(5), ...decision, at: '2026-02-20T20:00:00Z' },
    { id: id(32), insight_id: id(6), ...decision, at: '2026-02-21T20:00:00Z' },
  ]);
  const told = { text: 'Voilà', language: 'fr', by_id: hostId, at: '2026-02-23T09:00:00Z' };
  const [first, second] = [
    { insight_id: id(5), decision_id: id(31) },
    { insight_id: id(6), decision_id: id(32) },
  ];
  await write('told', [
    { id: id(21), ...first, member_id: madeId('member', 0), ...told },
    { id: id(22), ...first, member_id: madeId('member', 1), ...told },
    { id: id(23), ...second, member_id: madeId('member', 1), ...told },
  ]);
}
