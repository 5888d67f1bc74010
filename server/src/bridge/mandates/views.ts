import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { dayIn } from '#kernel/day.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import { historyRows } from '#workspace/audit/lookup.ts';
import { house } from '#workspace/spaces/lookup.ts';
import type { Doer, FormerTerms, Mandate, Verdict } from './model.ts';
import { abilities, fingerprintOf, waitsFor } from './rules.ts';
import type { MandateCard, MandateParts, MandatesQuery, MandateView, MandateWord } from './wire.ts';

const MOST = 500;

interface CardRow extends Omit<MandateCard, 'objective' | 'host' | 'spent' | 'waits' | 'isOverdue'> {
  readonly objective_id: string;
  readonly objective_title: string;
  readonly objective_state: string;
  readonly host_id: string;
  readonly host_name: string;
  readonly host_left: boolean;
  readonly minutes: number;
  readonly acts: number;
  readonly unmeasured: number;
}

interface DetailRow extends CardRow, Pick<Mandate, 'audience' | 'freedom' | 'rule' | 'expects' | 'proofId'> {
  readonly verdict: Verdict | null;
  readonly maker_id: string;
  readonly maker_name: string;
  readonly maker_left: boolean;
  readonly made_at: Date;
  readonly given_at: Date | null;
  readonly answered_at: Date | null;
  readonly ended_at: Date | null;
}

const CARD = sql`
  mandate.id, mandate.intention, mandate.state, mandate.version, mandate.from_day::text as "fromDay",
  mandate.until_day::text as "untilDay", mandate.effort_hours as "effortHours",
  objective.id as objective_id, objective.title as objective_title, objective.state as objective_state,
  host.id as host_id, host_person.name as host_name, host.left_at is not null as host_left,
  spent.minutes, spent.acts, spent.unmeasured`;

function around(db: Scoped): RawBuilder<unknown> {
  return sql`
    mandate
    join objective on objective.workspace_id = mandate.workspace_id and objective.id = mandate.objective_id
    join colleague as host on host.workspace_id = mandate.workspace_id and host.id = mandate.host_id
    join person as host_person on host_person.id = host.person_id
    cross join lateral (
      select coalesce(sum(action.minutes), 0)::int as minutes, count(*)::int as acts,
        count(*) filter (where action.minutes is null)::int as unmeasured
      from action where action.workspace_id = ${db.scope.workspaceId} and action.mandate_id = mandate.id
    ) as spent`;
}

function cardOf(row: CardRow, today: string): MandateCard {
  const { id, intention, state, version, fromDay, untilDay, effortHours, minutes, acts, unmeasured } = row;
  return {
    id,
    intention,
    state,
    version,
    objective: { id: row.objective_id, title: row.objective_title, state: row.objective_state },
    host: { id: row.host_id, name: row.host_name, hasLeft: row.host_left },
    fromDay,
    untilDay,
    effortHours,
    spent: { minutes, acts, unmeasured },
    waits: waitsFor(state),
    isOverdue: (state === 'active' || state === 'accepted') && untilDay <= today,
  };
}

/** Every mandate that fits, whatever its state: those that end last first. */
export async function board(db: Scoped, query: MandatesQuery, now: Date): Promise<MandateCard[]> {
  const conditions = [
    ...(query.state === undefined ? [] : [sql`mandate.state = any(${query.state}::text[])`]),
    ...(query.objective === undefined ? [] : [sql`mandate.objective_id = ${query.objective}`]),
    ...(query.host === undefined ? [] : [sql`mandate.host_id = ${query.host}`]),
  ];
  const cards = sql<CardRow>`
    select ${CARD} from ${around(db)}
    where ${sql.join([sql`mandate.workspace_id = ${db.scope.workspaceId}`, ...conditions], sql` and `)}
    order by mandate.until_day desc, mandate.id limit ${MOST}`;
  const { rows, houses } = await together(db, { rows: rowsOf(cards), houses: house(db) });
  const today = dayIn(houses[0]?.zone ?? 'UTC', now);
  return rows.map((row) => cardOf(row, today));
}

/** One mandate with all it says, what was said of it and its events; undefined where there is none of that id. */
export async function mandateOf(db: Scoped, id: string, doer: Doer, now: Date): Promise<MandateView | undefined> {
  const { workspaceId } = db.scope;
  const terms = sql<DetailRow>`
    select ${CARD}, mandate.audience, mandate.freedom, mandate.rule, mandate.expects, mandate.verdict,
      mandate.proof_id as "proofId",
      maker.id as maker_id, maker_person.name as maker_name, maker.left_at is not null as maker_left,
      mandate.made_at, mandate.given_at, mandate.answered_at, mandate.ended_at
    from ${around(db)}
    join colleague as maker on maker.workspace_id = mandate.workspace_id and maker.id = mandate.made_by
    join person as maker_person on maker_person.id = maker.person_id
    where mandate.workspace_id = ${workspaceId} and mandate.id = ${id}`;
  const one = sql`(select mandate.* from mandate where mandate.workspace_id = ${workspaceId} and mandate.id = ${id})`;
  const found = await together(db, {
    rows: rowsOf(terms, 'made_at', 'given_at', 'answered_at', 'ended_at'),
    channels: channelsOf(db, one),
    authors: authorsOf(db, one),
    words: wordsOf(db, id),
    events: historyRows(db, 'mandate', id),
    houses: house(db),
  });
  const [row] = found.rows;
  if (row === undefined) return undefined;
  const today = dayIn(found.houses[0]?.zone ?? 'UTC', now);
  const card = cardOf(row, today);
  const { audience, rule, expects } = row;
  const { channels } = found;
  const named = (ids: readonly string[]): Channels => channels.filter((one) => ids.includes(one.id));
  return {
    ...card,
    audience: { segment: audience.segment ?? null, channels: named(audience.channels) },
    freedom: row.freedom,
    rule: {
      channels: named(rule.channels),
      labels: [...rule.labels],
      authors: [...found.authors],
    },
    expects,
    fingerprint: expects === null || row.given_at === null ? null : fingerprintOf(id, expects),
    verdict: row.verdict,
    proofId: row.proofId,
    ...madeIn(row),
    words: found.words.map(toWord),
    events: found.events.map(({ number, at, action, who }) => ({
      number,
      at: at.toISOString(),
      action,
      who,
    })),
    can: abilities({ ...card, hostId: card.host.id, proofId: row.proofId }, doer, today),
  };
}

function madeIn(row: DetailRow): Pick<MandateView, 'madeBy' | 'madeAt' | 'givenAt' | 'answeredAt' | 'endedAt'> {
  return {
    madeBy: { id: row.maker_id, name: row.maker_name, hasLeft: row.maker_left },
    madeAt: row.made_at.toISOString(),
    givenAt: row.given_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

type WordRow = Omit<MandateWord, 'at' | 'before'> & {
  readonly at: Date;
  readonly before: FormerTerms | null;
};

function toWord({ id, at, text, by, before }: WordRow): MandateWord {
  return { id, by, at: at.toISOString(), text, before };
}

/** What was said of a mandate, in order. */
function wordsOf(db: Scoped, mandateId: string): Rows<WordRow> {
  return rowsOf(
    sql<WordRow>`
    select word.id, word.at, word.text, word.before,
      json_build_object('id', colleague.id, 'name', person.name, 'hasLeft', colleague.left_at is not null) as by
    from mandate_word as word
    join colleague on colleague.workspace_id = word.workspace_id and colleague.id = word.by_id
    join person on person.id = colleague.person_id
    where word.workspace_id = ${db.scope.workspaceId} and word.mandate_id = ${mandateId}
    order by word.at, word.id`,
    'at',
  );
}

type Channels = MandateParts['channels'];

/** The channels a mandate is for, and those its rule names, with their places; those that are gone are left out. */
function channelsOf({ scope: { workspaceId } }: Scoped, one: RawBuilder<unknown>): Rows<Channels[number]> {
  return rowsOf(sql<Channels[number]>`
    select channel.id, channel.name, place.name as place
    from ${one} as mandate
    cross join lateral (
      select jsonb_array_elements_text(mandate.audience -> 'channels') as id
      union select jsonb_array_elements_text(mandate.rule -> 'channels')
    ) as named
    join channel on channel.workspace_id = ${workspaceId} and channel.id = named.id::uuid
    join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    order by place.name, channel.name, channel.id`);
}

/** The members its rule names; whoever was erased has no name. */
function authorsOf(
  { scope: { workspaceId } }: Scoped,
  one: RawBuilder<unknown>,
): Rows<MandateParts['authors'][number]> {
  return rowsOf(sql<MandateParts['authors'][number]>`
    select member.id, member.name
    from ${one} as mandate
    cross join lateral jsonb_array_elements_text(mandate.rule -> 'authors') as named(id)
    join member on member.workspace_id = ${workspaceId} and member.id = named.id::uuid
    where member.erased_at is null order by member.name, member.id`);
}

const MOST_PARTS = 2000;
const MOST_LABELS = 100;
/** Tags are looked for in so many: those of an old archive are many, and serve no more. */
const LATEST_THREADS = 5000;

/** What a mandate may name here: objectives that are not over, hosts, channels, members of the team, tags. */
export async function partsOf(db: Scoped, now: Date): Promise<MandateParts> {
  const { workspaceId } = db.scope;
  const { houses, labels, ...parts } = await together(db, {
    objectives: rowsOf(sql<MandateParts['objectives'][number]>`
      select objective.id, objective.title, objective.state from objective
      where objective.workspace_id = ${workspaceId} and objective.state in ('draft', 'live')
      order by objective.state desc, objective.title, objective.id`),
    hosts: rowsOf(sql<MandateParts['hosts'][number]>`
      select colleague.id, person.name from colleague join person on person.id = colleague.person_id
      where colleague.workspace_id = ${workspaceId} and colleague.left_at is null and 'host' = any(colleague.functions)
      order by person.name, colleague.id`),
    channels: rowsOf(sql<Channels[number]>`
      select channel.id, channel.name, place.name as place
      from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
      where channel.workspace_id = ${workspaceId} and place.state <> 'gone'
      order by place.name, channel.name, channel.id limit ${MOST_PARTS}`),
    authors: rowsOf(sql<MandateParts['authors'][number]>`
      select member.id, member.name from member
      where member.workspace_id = ${workspaceId} and member.kind = 'staff' and member.merged_into is null
        and member.erased_at is null and exists (
          select from identity where identity.workspace_id = ${workspaceId} and identity.member_id = member.id
            and identity.message_count > 0)
      order by member.name, member.id limit ${MOST_PARTS}`),
    labels: rowsOf(sql<{ label: string }>`
      select label from (
        select thread.labels from thread where thread.workspace_id = ${workspaceId}
        order by thread.last_at desc limit ${LATEST_THREADS}
      ) as latest cross join unnest(latest.labels) as label
      group by label order by count(*) desc, label limit ${MOST_LABELS}`),
    houses: house(db),
  });
  const { objectives, hosts, channels, authors } = parts;
  return {
    today: dayIn(houses[0]?.zone ?? 'UTC', now),
    objectives: [...objectives],
    hosts: [...hosts],
    channels: [...channels],
    authors: [...authors],
    labels: labels.map(({ label }) => label),
  };
}
