import type { Param, Read, Sql } from '#cockpit/figures/index.ts';
import { daysBetween } from '#kernel/day.ts';
import type { Window } from '#kernel/window.ts';
import type { Columns, Given, Values } from './model.ts';
import { TOPICS, writtenIn } from './model.ts';

function valuesOf(): Values {
  const all: Param[] = [];
  const known = new Map<string, string>();
  return {
    all,
    put(name, value) {
      const called = known.get(name) ?? `$${String(all.push(value))}`;
      known.set(name, called);
      return called;
    },
    append: (values) => void all.push(...values),
  };
}

/**
 * The whole SQL text of a question and what fills its `$1…`; the same text on both engines. Before the question's own
 * steps stand the relations it may be written on, all cut to the slice:
 *
 * `asked (w, from_day, until_day)`: the windows; `asked_day (w, day)`: their days, to be met by equality, which is
 * quick; `calendar (day)`: all days from some time before them; `observed (first_day, last_day)`: the first and the
 * last day that were watched.
 * `watched (place_id, until_instant, until_second, last_day)`: until when each place was watched. Times are compared by
 * seconds since 1970: what engines make of an instant and an interval costs a hundred times as much.
 * `days (member_id, day, n)`: contributions (posts and replies) of persons by day of the workspace's zone; a person and
 * day may come in several rows.
 * `staff (member_id)`: who is staff, and `staff_days (member_id, day, n)`: their contributions.
 * `threads (id, place_id, member_id, kind, instant, day, opened_day, anyone, anyone_day, staff, staff_day, person,
 * person_day, second, anyone_second, staff_second, person_second)`: those opened by persons in the windows, with the first reply by another human, whoever it is, and by
 * staff and persons apart.
 * `replies (thread_id, from_member, to_member, day)`: one row for each time a person answered another.
 * `messages (id, identity_id, member_id, day, language, place_id, thread_id, instant)`: contributions of persons one by one in the
 * windows and as far before each as the figure reaches back; `plain_message_tone (id, tone)` says in which tone (-1, 0, 1) those are
 * that were judged, `fact_mention (message_id, theme_id)` which themes they mention, `authors (identity_id, member_id,
 * role)` whose accounts are.
 * `reactions (member_id, day)`: each reaction of a person to a message that lies in the slice; many places do not tell the
 * day.
 */
export function compose({ reads, steps, select }: Sql, given: Given): { text: string; params: readonly Param[] } {
  const values = valuesOf();
  const read: readonly Read[] = typeof reads === 'string' ? [reads] : reads;
  const relations = [
    segmentRelation(given, values),
    ...(given.instead ?? []),
    askedRelations(given, values),
    ...read.map((name) => RELATIONS[name](given, values)),
    steps ?? '',
  ].filter((text) => text !== '');
  return { text: `with ${relations.join(',\n')}${select}`, params: values.all };
}

function segmentRelation({ slice: { segment } }: Given, values: Values): string {
  if (segment === undefined) return '';
  const { sql, params } = segment.text(values.all.length + 1);
  values.append(params);
  return `segment (member_id) as (${sql}\n)`;
}

function askedRelations({ asked, since, firstDay, lastDay }: Given, values: Values): string {
  const numbers = asked.map((_, at) => at);
  const from = values.put(
    'from',
    asked.map((window) => window.from),
  );
  const until = values.put(
    'until',
    asked.map((window) => window.until),
  );
  const days = Math.max(0, daysBetween(since, boundsOf(asked).until));
  return `
asked (w, from_day, until_day) as (select unnest(${values.put('w', numbers)}::int[]), unnest(${from}::date[]), unnest(${until}::date[])),
observed (first_day, last_day) as (
  select ${values.put('first day', firstDay)}::date, ${values.put('last day', lastDay)}::date
),
calendar (day) as (
  select ${values.put('since', since)}::date + step.n::int from generate_series(0, ${String(days)}) as step (n)
),
asked_day (w, day) as (
  select asked.w, calendar.day
  from asked join calendar on calendar.day >= asked.from_day and calendar.day < asked.until_day
)`;
}

const RELATIONS: Readonly<Record<Read, (given: Given, values: Values) => string>> = {
  nothing: () => '',
  days: (given, values) => `
days (member_id, day, n) as not materialized (${spentBy('person', given, values)}
)`,
  staff: (given, values) => `
staff (member_id) as (
  select one.member_id from fact_member one
  where one.kind = 'staff' and one.merged_into is null${inSegment(given)}
),
staff_days (member_id, day, n) as not materialized (${spentBy('staff', given, values)}
)`,
  threads: threadsRelation,
  replies: repliesRelation,
  messages: messagesRelation,
  reactions: reactionsRelation,
};

/** A segment without staff has nobody who could be present: that is not absence. */
function inSegment({ slice: { segment } }: Given): string {
  return segment === undefined ? '' : ' and one.member_id in (select segment.member_id from segment)';
}

/** Days are kept added up by person and by all they may be cut by; where facts are others, from days or messages. */
function spentBy(role: 'person' | 'staff', given: Given, values: Values): string {
  const columns = { row: 'spent', thread: 'thread_id', member: 'member_id' };
  const [source, n] = given.instead === undefined ? spentIn(given) : spentOtherwise(given);
  return `
  select spent.member_id, spent.day, ${n}
  from ${source} spent
  where spent.role = '${role}'${cutTo(given, values, { ...columns, ...(source === 'fact_spent' ? { ...TOPICS, isSaid: true } : {}) })}`;
}

type Source = readonly [relation: string, n: string];
const BY_CHANNEL: Source = ['fact_day', 'spent.posts + spent.replies'];

function spentIn(given: Given): Source {
  if (isWhole(given)) return ['fact_lived', 'spent.n'];
  return isFine(given) ? ['fact_spent', 'spent.n'] : BY_CHANNEL;
}

const spentOtherwise = (given: Given): Source => (isFine(given) ? ['fact_message', '1'] : BY_CHANNEL);

/** Whether it matters what messages are about and in which language, and not only where they stand. */
function isFine({ slice: { languages, kind, themes } }: Given): boolean {
  return languages !== undefined || kind !== undefined || themes !== undefined;
}

/** Nothing but the segment narrows what is asked for: then nothing needs to be looked at but persons and days. */
function isWhole({ isEverywhere, slice: { channels, languages, kind, themes } }: Given): boolean {
  return isEverywhere === true && [channels, languages, kind, themes].every((one) => one === undefined);
}

function threadsRelation(given: Given, values: Values): string {
  const { places } = given;
  const ids = placesIn(given, values);
  const ends = values.put(
    'ends',
    places.map((place) => place.span?.end ?? null),
  );
  const seconds = values.put(
    'last seconds',
    places.map((place) => secondOf(place.span?.end)),
  );
  const lastDays = values.put(
    'last days',
    places.map((place) => place.span?.lastDay ?? null),
  );
  return `
watched (place_id, until_instant, until_second, last_day) as (
  select unnest(${ids}::uuid[]), unnest(${ends}::timestamptz[]), unnest(${seconds}::double precision[]),
    unnest(${lastDays}::date[])
),
threads (id, place_id, member_id, kind, instant, day, opened_day, anyone, anyone_day, staff, staff_day, person, person_day,
  second, anyone_second, staff_second, person_second)
as (${given.instead === undefined ? openedIn(given, values) : openedOtherwise(given, values)}
)`;
}

function openedIn(given: Given, values: Values): string {
  return `
  select opened.id, opened.place_id, opened.member_id, opened.kind, opened.instant, opened.day, opened.local_day,
    opened.anyone, opened.anyone_day, opened.staff, opened.staff_day, opened.person, opened.person_day,
    opened.second, opened.anyone_second, opened.staff_second, opened.person_second
  from fact_opened opened
  where ${openedBy(given, values, TOPICS)}`;
}

function openedOtherwise(given: Given, values: Values): string {
  const second = (instant: string): string => `extract(epoch from ${instant})::double precision`;
  return `
  select one.*, ${['instant', 'anyone', 'staff', 'person'].map((name) => second(`one.${name}`)).join()}
  from (
    select opened.id, opened.place_id, opened.member_id, opened.kind, opened.instant, opened.day, opened.local_day,
      min(reply.instant) as anyone, min(reply.day) as anyone_day,
      min(case when reply.role = 'staff' then reply.instant end) as staff,
      min(case when reply.role = 'staff' then reply.day end) as staff_day,
      min(case when reply.role = 'person' then reply.instant end) as person,
      min(case when reply.role = 'person' then reply.day end) as person_day
    from fact_thread opened
    left join fact_reply reply on reply.thread_id = opened.id
      and reply.role in ('person', 'staff') and reply.member_id <> opened.member_id
    where ${openedBy(given, values, {})}
    group by 1, 2, 3, 4, 5, 6, 7
  ) one`;
}

/** Since 1970, in seconds. */
const secondOf = (instant: string | null | undefined): number | null =>
  instant === null || instant === undefined ? null : Date.parse(instant) / 1000;

function openedBy(given: Given, values: Values, topics: Partial<Columns>): string {
  const { from, until } = boundsOf(given.asked);
  const cut = cutTo(given, values, { row: 'opened', thread: 'id', member: 'member_id', ...topics });
  return `opened.role = 'person'${cut}
    and opened.local_day >= ${values.put('first from', from)}::date
    and opened.local_day < ${values.put('last until', until)}::date`;
}

function repliesRelation(given: Given, values: Values): string {
  const source = given.instead === undefined && isWhole(given) ? 'fact_met' : 'fact_answer';
  const columns = { row: 'given', thread: 'thread_id', member: 'from_member' };
  return `
replies (thread_id, from_member, to_member, day) as not materialized (
  select given.thread_id, given.from_member, given.to_member, given.day
  from ${source} given
  where given.from_role = 'person'
    and given.to_role = 'person'${cutTo(given, values, { ...columns, ...(given.instead === undefined ? { ...TOPICS, isSaid: true } : {}) })}
)`;
}

function messagesRelation(given: Given, values: Values): string {
  const days = given.looked.map(({ from, until }, n) => {
    const [first, end] = [values.put(`looked from ${String(n)}`, from), values.put(`looked until ${String(n)}`, until)];
    return `written.day >= ${first}::date and written.day < ${end}::date`;
  });
  return `
authors (identity_id, member_id, role) as not materialized (
  select account.identity_id, account.member_id, account.role
  from ${given.instead === undefined ? 'fact_account' : 'counted_account'} account
),
messages (id, identity_id, member_id, day, language, place_id, thread_id, instant) as (
  select written.id, written.identity_id, written.member_id, written.day, written.language, written.place_id, written.thread_id, written.instant
  from ${writtenIn(given)} written
  where written.role = 'person'${cutTo(given, values, { row: 'written', thread: 'thread_id', member: 'member_id' })}
    and (${days.join(' or ')})
)`;
}

/** Who reacted is narrowed by who it is; what to, by the message: its channel, language, kind and themes. */
function reactionsRelation(given: Given, values: Values): string {
  return `
reactions (member_id, day) as (
  select given.member_id, given.day
  from (
    select reacted.place_id, about.channel_id, about.thread_id, account.member_id, account.role, about.language,
      reading.kind, reacted.local_day as day
    from plain_reaction reacted
    join fact_account account on account.identity_id = reacted.identity_id
    left join plain_message about on about.id = reacted.message_id
    left join plain_thread_reading reading on reading.id = about.thread_id
    where reacted.count > 0
  ) given
  where given.role = 'person'${cutTo(given, values, { row: 'given', thread: 'thread_id', member: 'member_id' })}
)`;
}

/** The conditions that a row lies in the slice, each after an "and"; none where everything does. */
function cutTo(given: Given, values: Values, { row, thread, member, topics, isSaid }: Columns): string {
  const { channels, languages, kind, themes, segment } = given.slice;
  const conditions: string[] = [];
  if (given.isEverywhere !== true) {
    const places = given.places.map((place) => place.id);
    conditions.push(`${row}.place_id in ${among('place', places, 'uuid', values)}`);
  }
  if (channels !== undefined) conditions.push(`${row}.channel_id in ${among('channel', channels, 'uuid', values)}`);
  if (languages !== undefined) {
    const language = isSaid === true ? `${row}.language` : `coalesce(${row}.language, 'und')`;
    conditions.push(`${language} in ${among('language', languages, 'text', values)}`);
  }
  if (kind !== undefined) conditions.push(`${row}.kind = ${values.put('kind', kind)}::text`);
  if (themes !== undefined && topics !== undefined) {
    conditions.push(`string_to_array(${row}.${topics}, ' ') && ${values.put('themes', themes)}::text[]`);
  } else if (themes !== undefined) {
    const ids = among('theme', themes, 'uuid', values);
    conditions.push(
      `${row}.${thread} in (select about.thread_id from fact_theme about where about.theme_id in ${ids})`,
    );
  }
  if (segment !== undefined) conditions.push(`${row}.${member} in (select segment.member_id from segment)`);
  return conditions.map((condition) => `\n    and ${condition}`).join('');
}

/** A list of constants: engines look in it while they read, which they do not in a list given whole. */
function among(name: string, list: readonly string[], type: 'uuid' | 'text', values: Values): string {
  if (list.length === 0) return `(null::${type})`;
  return `(${list.map((one, n) => `${values.put(`${name} ${String(n)}`, one)}::${type}`).join()})`;
}

function placesIn({ places }: Given, values: Values): string {
  return values.put(
    'places',
    places.map((place) => place.id),
  );
}

/** From the first day of any of the windows to the last. */
function boundsOf(windows: readonly Window[]): Window {
  const from = windows.reduce((earliest, window) => (window.from < earliest ? window.from : earliest), '9999-12-31');
  const until = windows.reduce((latest, window) => (window.until > latest ? window.until : latest), '0000-01-01');
  return { from, until };
}
