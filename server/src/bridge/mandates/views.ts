import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { historyOf } from '#workspace/audit/lookup.ts';
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

interface DetailRow extends CardRow, Pick<Mandate, 'audience' | 'freedom' | 'rule' | 'expects'> {
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
export async function board(db: Scoped, query: MandatesQuery, today: string): Promise<MandateCard[]> {
  const conditions = [
    ...(query.state === undefined ? [] : [sql`mandate.state = any(${query.state}::text[])`]),
    ...(query.objective === undefined ? [] : [sql`mandate.objective_id = ${query.objective}`]),
    ...(query.host === undefined ? [] : [sql`mandate.host_id = ${query.host}`]),
  ];
  const { rows } = await sql<CardRow>`
    select ${CARD} from ${around(db)}
    where ${sql.join([sql`mandate.workspace_id = ${db.scope.workspaceId}`, ...conditions], sql` and `)}
    order by mandate.until_day desc, mandate.id limit ${MOST}`.execute(db.tx);
  return rows.map((row) => cardOf(row, today));
}

/** One mandate with all it says, what was said of it and its events; undefined where there is none of that id. */
export async function mandateOf(db: Scoped, id: string, doer: Doer, today: string): Promise<MandateView | undefined> {
  const { rows } = await sql<DetailRow>`
    select ${CARD}, mandate.audience, mandate.freedom, mandate.rule, mandate.expects, mandate.verdict,
      maker.id as maker_id, maker_person.name as maker_name, maker.left_at is not null as maker_left,
      mandate.made_at, mandate.given_at, mandate.answered_at, mandate.ended_at
    from ${around(db)}
    join colleague as maker on maker.workspace_id = mandate.workspace_id and maker.id = mandate.made_by
    join person as maker_person on maker_person.id = maker.person_id
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.id = ${id}`.execute(db.tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const card = cardOf(row, today);
  const { audience, rule, expects } = row;
  const channels = await channelsNamed(db, [...audience.channels, ...rule.channels]);
  const named = (ids: readonly string[]): Channels => channels.filter((one) => ids.includes(one.id));
  return {
    ...card,
    audience: { segment: audience.segment ?? null, channels: named(audience.channels) },
    freedom: row.freedom,
    rule: {
      channels: named(rule.channels),
      labels: [...rule.labels],
      authors: await authorsNamed(db, rule.authors),
    },
    expects,
    fingerprint: expects === null || row.given_at === null ? null : fingerprintOf(id, expects),
    verdict: row.verdict,
    ...madeIn(row),
    words: (await wordsOf(db, id)).map(toWord),
    events: (await historyOf(db, 'mandate', id)).map(({ number, at, action, who }) => ({
      number,
      at: at.toISOString(),
      action,
      who,
    })),
    can: abilities({ ...card, hostId: card.host.id }, doer, today),
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
async function wordsOf(db: Scoped, mandateId: string): Promise<readonly WordRow[]> {
  const { rows } = await sql<WordRow>`
    select word.id, word.at, word.text, word.before,
      json_build_object('id', colleague.id, 'name', person.name, 'hasLeft', colleague.left_at is not null) as by
    from mandate_word as word
    join colleague on colleague.workspace_id = word.workspace_id and colleague.id = word.by_id
    join person on person.id = colleague.person_id
    where word.workspace_id = ${db.scope.workspaceId} and word.mandate_id = ${mandateId}
    order by word.at, word.id`.execute(db.tx);
  return rows;
}

type Channels = MandateParts['channels'];

/** Channels by their ids, with their places; those that are gone are left out. */
async function channelsNamed(db: Scoped, ids: readonly string[]): Promise<Channels> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Channels[number]>`
    select channel.id, channel.name, place.name as place
    from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    where channel.workspace_id = ${db.scope.workspaceId} and channel.id = any(${[...ids]}::uuid[])
    order by place.name, channel.name, channel.id`.execute(db.tx);
  return rows;
}

/** Members by their ids; whoever was erased has no name. */
async function authorsNamed(db: Scoped, ids: readonly string[]): Promise<MandateParts['authors']> {
  if (ids.length === 0) return [];
  return await db.tx
    .selectFrom('member')
    .select(['member.id', 'member.name'])
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where('member.id', 'in', [...ids])
    .where('member.erased_at', 'is', null)
    .orderBy('member.name')
    .execute();
}

const MOST_PARTS = 2000;
const MOST_LABELS = 100;
/** Tags are looked for in so many: those of an old archive are many, and serve no more. */
const LATEST_THREADS = 5000;

/** What a mandate may name here: objectives that are not over, hosts, channels, members of the team, tags. */
export async function partsOf(db: Scoped): Promise<Omit<MandateParts, 'today'>> {
  const { workspaceId } = db.scope;
  const { rows: objectives } = await sql<MandateParts['objectives'][number]>`
    select objective.id, objective.title, objective.state from objective
    where objective.workspace_id = ${workspaceId} and objective.state in ('draft', 'live')
    order by objective.state desc, objective.title, objective.id`.execute(db.tx);
  const { rows: hosts } = await sql<MandateParts['hosts'][number]>`
    select colleague.id, person.name from colleague join person on person.id = colleague.person_id
    where colleague.workspace_id = ${workspaceId} and colleague.left_at is null and 'host' = any(colleague.functions)
    order by person.name, colleague.id`.execute(db.tx);
  const { rows: channels } = await sql<Channels[number]>`
    select channel.id, channel.name, place.name as place
    from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    where channel.workspace_id = ${workspaceId} and place.state <> 'gone'
    order by place.name, channel.name, channel.id limit ${MOST_PARTS}`.execute(db.tx);
  const { rows: authors } = await sql<MandateParts['authors'][number]>`
    select member.id, member.name from member
    where member.workspace_id = ${workspaceId} and member.kind = 'staff' and member.merged_into is null
      and member.erased_at is null and exists (
        select from identity where identity.workspace_id = ${workspaceId} and identity.member_id = member.id
          and identity.message_count > 0)
    order by member.name, member.id limit ${MOST_PARTS}`.execute(db.tx);
  const { rows: labels } = await sql<{ label: string }>`
    select label from (
      select thread.labels from thread where thread.workspace_id = ${workspaceId}
      order by thread.last_at desc limit ${LATEST_THREADS}
    ) as latest cross join unnest(latest.labels) as label
    group by label order by count(*) desc, label limit ${MOST_LABELS}`.execute(db.tx);
  return { objectives, hosts, channels, authors, labels: labels.map(({ label }) => label) };
}
