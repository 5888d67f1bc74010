import type { Row, Scoped } from '#platform/projection/index.ts';
import type { PlaceSpan, SilentChannel, Span } from './model.ts';

const PLACES = `
select spent.place_id::text as place_id, min(spent.day)::text as first_day, max(spent.day)::text as last_day
from account_day spent
where $1::uuid[] is null or spent.place_id = any($1::uuid[])
group by 1`;

/** From when to when people wrote in each place. */
export async function placeSpans(facts: Scoped, places: readonly string[] | undefined): Promise<readonly PlaceSpan[]> {
  const rows = await facts.query(PLACES, [places ?? null]);
  return rows.map(({ place_id: placeId, first_day: firstDay, last_day: lastDay }) => ({
    placeId: String(placeId),
    firstDay: String(firstDay),
    lastDay: String(lastDay),
  }));
}

const CHANNELS = `
with channel_day (place_id, channel_id, day, n) as (
  select spent.place_id, spent.channel_id, spent.day, sum(spent.posts + spent.replies)
  from account_day spent
  where $1::uuid[] is null or spent.place_id = any($1::uuid[])
  group by 1, 2, 3
),
place_day (place_id, day, n) as (
  select channel_day.place_id, channel_day.day, sum(channel_day.n) from channel_day group by 1, 2
),
place_end (place_id, last_day) as (
  select place_day.place_id, max(place_day.day) from place_day group by 1
),
place_size (place_id, channels) as (
  select channel_day.place_id, count(distinct channel_day.channel_id) from channel_day group by 1
),
channel_end (place_id, channel_id, last_day) as (
  select channel_day.place_id, channel_day.channel_id, max(channel_day.day) from channel_day group by 1, 2
),
ended (place_id, channel_id, last_day, sunday) as (
  select channel_end.place_id, channel_end.channel_id, channel_end.last_day,
    channel_end.last_day + (7 - extract(isodow from channel_end.last_day)::int)
  from channel_end join place_end on place_end.place_id = channel_end.place_id
  where channel_end.last_day <= place_end.last_day - 28
    and channel_end.last_day >= $2::date and channel_end.last_day < $3::date
),
own (channel_id, n) as (
  select ended.channel_id, sum(channel_day.n)
  from ended join channel_day on channel_day.channel_id = ended.channel_id and channel_day.day > ended.last_day - 90
  group by 1
),
week (place_id, sunday, n) as (
  select ending.place_id, ending.sunday, sum(place_day.n)
  from (select distinct ended.place_id, ended.sunday from ended) ending
  join place_day on place_day.place_id = ending.place_id
    and place_day.day > ending.sunday - 90 and place_day.day <= ending.sunday
  group by 1, 2
)
select ended.place_id::text as place_id, ended.channel_id::text as channel_id, ended.last_day::text as last_day,
  own.n::int as own, week.n::int as everything, place_size.channels::int as channels
from ended
join own on own.channel_id = ended.channel_id
join week on week.place_id = ended.place_id and week.sunday = ended.sunday
join place_size on place_size.place_id = ended.place_id`;

/** Channels in which the last contribution falls in the span, 28 days or more before the last one of their place. */
export async function silentChannels(
  facts: Scoped,
  places: readonly string[] | undefined,
  { from, until }: Span,
): Promise<readonly SilentChannel[]> {
  const rows = await facts.query(CHANNELS, [places ?? null, from, until]);
  return rows.map(channelOf);
}

function channelOf(row: Row): SilentChannel {
  return {
    placeId: String(row['place_id']),
    channelId: String(row['channel_id']),
    lastDay: String(row['last_day']),
    own: Number(row['own']),
    all: Number(row['everything']),
    channels: Number(row['channels']),
  };
}
