import type { Figure, FigureValue, Read, Slice } from '#cockpit/figures/index.ts';
import { COMPUTED, ELSEWHERE, OTHERWISE, TOLD } from './model.ts';
import type { Elsewhere, Otherwise } from './model.ts';

function readsOf({ reads }: Pick<Figure, 'reads'>): readonly Read[] {
  return typeof reads === 'string' ? [reads] : reads;
}

/** The other counts of a figure that can be computed, in the order of the list. */
export function computedFor(figure: Pick<Figure, 'reads' | 'unit'>, slice: Slice, zone: string): readonly Otherwise[] {
  const reads = readsOf(figure);
  const fitting = new Set(reads.flatMap((one) => COMPUTED[one] ?? []));
  if (figure.unit === 'seconds' && reads.includes('threads')) fitting.add('answered_only');
  // Where staff is what is counted, it cannot be made members.
  if (reads.includes('staff')) fitting.delete('with_staff');
  if (zone === 'UTC') fitting.delete('utc_days');
  // A segment is of persons: accounts cannot be held against it.
  if (slice.segment !== undefined) fitting.delete('accounts');
  if (fitting.size > 0 && Object.keys(slice).length > 0) fitting.add('unfiltered');
  return OTHERWISE.filter((one) => fitting.has(one));
}

/** What other tools count that cannot be computed from these facts. */
export function toldFor(figure: Pick<Figure, 'reads'>): readonly Elsewhere[] {
  const fitting = new Set(readsOf(figure).flatMap((one) => TOLD[one] ?? []));
  return ELSEWHERE.filter((one) => fitting.has(one));
}

/** Whether counting otherwise changed nothing. */
export function isSame(one: FigureValue, other: FigureValue): boolean {
  if (one.state !== 'value' || other.state !== 'value') return JSON.stringify(one) === JSON.stringify(other);
  return one.value === other.value && one.n === other.n && one.of === other.of;
}

/** A text that sees the facts otherwise: these relations stand in place of those of the same names. */
export function relationsFor(otherwise: Otherwise): readonly string[] {
  const day = otherwise === 'utc_days' ? utcDay : ownDay;
  const all = otherwise === 'with_withdrawn';
  return [
    accountRelation(otherwise),
    dayRelation(otherwise, day),
    messageRelation(otherwise, day, all),
    threadRelation(otherwise, day, all),
    replyRelation(all),
    answerRelation(day, all),
  ];
}

type DayOf = (row: string) => string;

const ownDay: DayOf = (row) =>
  `coalesce(${row}.day, (${row}.instant at time zone (select plain_zone.zone from plain_zone))::date)`;
/** Without a zone, so that it is quick; both engines count the seconds of an instant alike. */
const utcDay: DayOf = (row) =>
  `coalesce(${row}.day, date '1970-01-01' + floor(extract(epoch from ${row}.instant) / 86400)::int)`;

function accountRelation(otherwise: Otherwise): string {
  const member = otherwise === 'accounts' ? 'account_id' : 'member_id';
  const counted = { with_staff: 'staff', with_bots: 'bot' }[otherwise as string];
  const role =
    counted === undefined
      ? 'account.role'
      : `case when account.role = '${counted}' then 'person' else account.role end`;
  return `
counted_account (identity_id, member_id, role) as (
  select account.identity_id, account.${member}, ${role} from fact_account account
)`;
}

const ADDED_UP = `
    count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 1 end)::int,
    count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then null else 1 end)::int`;

function dayRelation(otherwise: Otherwise, day: DayOf): string {
  return `
counted_day (identity_id, place_id, channel_id, day, posts, replies) as (${countedDays(otherwise, day)}
),
fact_day (place_id, channel_id, member_id, role, day, posts, replies) as (
  select spent.place_id, spent.channel_id, account.member_id, account.role, spent.day, spent.posts, spent.replies
  from counted_day spent
  join counted_account account on account.identity_id = spent.identity_id${otherwise === 'with_reactions' ? REACTED_DAYS : ''}
)`;
}

function countedDays(otherwise: Otherwise, day: DayOf): string {
  const kept = `
  select spent.identity_id, spent.place_id, spent.channel_id, spent.day, spent.posts, spent.replies
  from account_day spent`;
  const fromMessages = (which: string): string => `
  select written.identity_id, written.place_id, written.channel_id, ${day('written')},${ADDED_UP}
  from plain_message written
  where ${which}
  group by 1, 2, 3, 4`;
  if (otherwise === 'utc_days') return fromMessages('written.counts');
  return otherwise === 'with_withdrawn' ? `${kept}\n  union all${fromMessages('not written.counts')}` : kept;
}

const REACTED = `
  from plain_reaction given
  join counted_account account on account.identity_id = given.identity_id
  left join plain_message about on about.id = given.message_id`;
const GIVEN = 'given.count > 0 and (given.instant is not null or given.day is not null)';
const REACTED_DAYS = `
  union all
  select given.place_id, about.channel_id, account.member_id, account.role, ${ownDay('given')}, given.count, 0${REACTED}
  where ${GIVEN}`;

function messageRelation(otherwise: Otherwise, day: DayOf, all: boolean): string {
  const reacted = `
  union all
  select given.id, given.place_id, about.channel_id, about.thread_id, account.member_id, account.role,
    ${ownDay('given')}, about.language, reading.kind, given.instant, given.identity_id${REACTED}
  left join plain_thread_reading reading on reading.id = about.thread_id
  where ${GIVEN}`;
  return `
fact_message (id, place_id, channel_id, thread_id, member_id, role, day, language, kind, instant, identity_id) as (
  select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
    ${day('written')}, written.language, reading.kind, written.instant, written.identity_id
  from plain_message written
  join counted_account account on account.identity_id = written.identity_id
  left join plain_thread_reading reading on reading.id = written.thread_id
  where ${all ? 'true' : 'written.counts'}${otherwise === 'with_reactions' ? reacted : ''}
)`;
}

function threadRelation(otherwise: Otherwise, day: DayOf, all: boolean): string {
  const answered = `
    and exists (
      select 1 from plain_message answer
      join counted_account answerer on answerer.identity_id = answer.identity_id
      where answer.thread_id = opening.thread_id and answer.counts and not answer.opens
        and answerer.role in ('person', 'staff') and answerer.member_id <> account.member_id
    )`;
  return `
fact_thread (id, place_id, channel_id, member_id, role, instant, day, local_day, language, kind) as (
  select opening.thread_id, opening.place_id, opening.channel_id, account.member_id, account.role, opening.instant,
    opening.day, ${day('opening')}, opening.language, reading.kind
  from thread_opening opening
  join counted_account account on account.identity_id = opening.identity_id
  left join plain_thread_reading reading on reading.id = opening.thread_id
  where ${all ? 'true' : 'opening.counts'}${otherwise === 'answered_only' ? answered : ''}
)`;
}

function replyRelation(all: boolean): string {
  return `
fact_reply (thread_id, member_id, role, instant, day) as (
  select written.thread_id, account.member_id, account.role, written.instant, written.day
  from plain_message written
  join counted_account account on account.identity_id = written.identity_id
  where ${all ? 'true' : 'written.counts'} and not written.opens and written.thread_id is not null
)`;
}

function answerRelation(day: DayOf, all: boolean): string {
  const counts = (row: string): string => (all ? 'true' : `${row}.counts`);
  return `
fact_answer (place_id, channel_id, thread_id, from_member, from_role, to_member, to_role, day, language, kind) as (
  select written.place_id, written.channel_id, written.thread_id, author.member_id, author.role, asker.member_id,
    asker.role, ${day('written')}, written.language, reading.kind
  from plain_message written
  join counted_account author on author.identity_id = written.identity_id
  left join plain_message answered on answered.id = written.reply_to_id and ${counts('answered')}
  left join thread_opening opening on opening.thread_id = written.thread_id and ${counts('opening')}
  join counted_account asker on asker.identity_id = coalesce(answered.identity_id, opening.identity_id)
  left join plain_thread_reading reading on reading.id = written.thread_id
  where ${counts('written')} and not written.opens and asker.member_id <> author.member_id
)`;
}
