import { sql } from 'kysely';
import type { Language } from '#kernel/language.ts';
import type { Rows, Scoped, SqlDay } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { Expectation, MandateState, ProposalRule } from './model.ts';
import { fingerprintOf } from './rules.ts';

/** A mandate as others tell it beside their own things. `minutes`: written down so far, of so many acts. */
export interface MandateLine {
  readonly id: string;
  readonly intention: string;
  readonly state: MandateState;
  readonly host: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly effortHours: number;
  readonly minutes: number;
  readonly acts: number;
}

/** The mandates given for an objective, the latest to end first; drafts and withdrawn ones are left out. */
export function mandatesOf({ scope: { workspaceId } }: Scoped, objectiveId: string): Rows<MandateLine> {
  return rowsOf(sql<MandateLine>`
    select mandate.id, mandate.intention, mandate.state, person.name as host, mandate.from_day::text as "fromDay",
      mandate.until_day::text as "untilDay", mandate.effort_hours as "effortHours", spent.minutes, spent.acts
    from mandate
    join colleague on colleague.workspace_id = mandate.workspace_id and colleague.id = mandate.host_id
    join person on person.id = colleague.person_id
    cross join lateral (
      select coalesce(sum(action.minutes), 0)::int as minutes, count(*)::int as acts
      from action where action.workspace_id = ${workspaceId} and action.mandate_id = mandate.id
    ) as spent
    where mandate.workspace_id = ${workspaceId} and mandate.objective_id = ${objectiveId}
      and mandate.state not in ('draft', 'withdrawn')
    order by mandate.until_day desc, mandate.id limit 200`);
}

export interface LiveMandate {
  readonly id: string;
  readonly intention: string;
  readonly objectiveId: string;
  readonly hostId: string;
}

/** Mandates the field has said yes to, on a day of theirs. */
export function liveMandates(db: Scoped, on: SqlDay): Rows<LiveMandate> {
  return rowsOf(sql<LiveMandate>`
    select mandate.id, mandate.intention, mandate.objective_id as "objectiveId", mandate.host_id as "hostId"
    from mandate
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.state in ('accepted', 'active')
      and mandate.from_day <= ${on}::date and mandate.until_day > ${on}::date
    order by mandate.until_day, mandate.id`);
}

/** Colleagues who are hosts now, and how many of them have a mandate that is live on the day. */
export function mandateCoverage(
  { scope: { workspaceId } }: Scoped,
  on: SqlDay,
): Rows<{ readonly hosts: number; readonly covered: number }> {
  return rowsOf(sql<{ readonly hosts: number; readonly covered: number }>`
    select count(*)::int as hosts, count(*) filter (where exists (
      select from mandate where mandate.workspace_id = ${workspaceId} and mandate.host_id = colleague.id
        and mandate.state in ('accepted', 'active') and mandate.from_day <= ${on}::date and mandate.until_day > ${on}::date
    ))::int as covered
    from colleague
    where colleague.workspace_id = ${workspaceId} and colleague.left_at is null and 'host' = any(colleague.functions)`);
}

/** How many mandates wait for a person: given to him, or discussed where he pilots. */
export function awaiting(
  db: Scoped,
  { colleagueId, functions }: { readonly colleagueId: string; readonly functions: readonly string[] },
): Rows<{ readonly n: number }> {
  const pilots = functions.includes('pilot');
  return rowsOf(sql<{ readonly n: number }>`
    select count(*)::int as n from mandate
    where mandate.workspace_id = ${db.scope.workspaceId}
      and ((mandate.state = 'given' and mandate.host_id = ${colleagueId}) or (mandate.state = 'discussed' and ${pilots}))`);
}

/** A mandate that waits for somebody's word: its host's once given, that of whoever wrote it while it is discussed. */
export interface WaitingMandate {
  readonly id: string;
  readonly intention: string;
  readonly state: 'given' | 'discussed';
  /** How many words were said of it so far: with each it waits anew. */
  readonly words: number;
  readonly email: string;
  readonly language: Language;
}

/** All of them, but those somebody gave to himself. */
export function waitingMandates({ scope: { workspaceId } }: Scoped): Rows<WaitingMandate> {
  return rowsOf(sql<WaitingMandate>`
    select mandate.id, mandate.intention, mandate.state, person.email, person.language,
      (select count(*) from mandate_word
        where mandate_word.workspace_id = ${workspaceId} and mandate_word.mandate_id = mandate.id)::int as words
    from mandate
    join colleague on colleague.workspace_id = mandate.workspace_id and colleague.left_at is null
      and colleague.id = case when mandate.state = 'given' then mandate.host_id else mandate.made_by end
    join person on person.id = colleague.person_id
    where mandate.workspace_id = ${workspaceId} and mandate.state in ('given', 'discussed')
      and mandate.host_id <> mandate.made_by
    order by mandate.id`);
}

/** A mandate for which acts found in the data are proposed, within its days. */
export interface Proposer {
  readonly id: string;
  readonly intention: string;
  readonly rule: ProposalRule;
  readonly fromDay: string;
  readonly untilDay: string;
}

/**
 * Mandates that were accepted and whose rule says something, those that began last first; authors who were merged since
 * are whom they have become.
 */
export function proposers({ scope: { workspaceId } }: Scoped): Rows<Proposer> {
  return rowsOf(sql<Proposer>`
    select mandate.id, mandate.intention, mandate.rule || jsonb_build_object('authors', coalesce((
        select jsonb_agg(coalesce(kept_member(${workspaceId}, named.id::uuid)::text, named.id) order by named.place)
        from jsonb_array_elements_text(mandate.rule -> 'authors') with ordinality as named(id, place)), '[]')) as rule,
      mandate.from_day::text as "fromDay", mandate.until_day::text as "untilDay"
    from mandate
    where mandate.workspace_id = ${workspaceId} and mandate.state in ('accepted', 'active', 'done')
      and mandate.rule not in ('{}', '{"labels": [], "authors": [], "channels": []}')
    order by mandate.from_day desc, mandate.id`);
}

export interface OpenMandate {
  readonly id: string;
  readonly intention: string;
  readonly state: MandateState;
}

/** Mandates an act may be tied to, whoever asks: those that were given and are neither judged nor withdrawn. */
export function openMandates({ scope: { workspaceId } }: Scoped): Rows<OpenMandate> {
  return rowsOf(sql<OpenMandate>`
    select mandate.id, mandate.intention, mandate.state from mandate
    where mandate.workspace_id = ${workspaceId} and mandate.state in ('given', 'accepted', 'discussed', 'active', 'done')
    order by mandate.until_day desc, mandate.id limit 500`);
}

/** A mandate as a proof of it needs it: what it expects, frozen since it was given. */
export interface Expecting {
  readonly id: string;
  readonly intention: string;
  readonly state: MandateState;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly givenAt: Date | null;
  readonly expects: Expectation | null;
  readonly proofId: string | null;
  /** As the record keeps it from the day it was given. */
  readonly fingerprint: string | null;
}

const EXPECTING = sql`
  mandate.id, mandate.intention, mandate.state, mandate.from_day::text as "fromDay", mandate.until_day::text as "untilDay",
  mandate.given_at as "givenAt", mandate.expects, mandate.proof_id as "proofId"`;

/** A mandate by its id, with what it expects, held until this transaction ends where that is asked; undefined: none. */
export async function expectingMandate(db: Scoped, id: string, hold?: 'held'): Promise<Expecting | undefined> {
  const { rows } = await sql<Omit<Expecting, 'fingerprint'>>`
    select ${EXPECTING} from mandate
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.id = ${id}
    ${hold === undefined ? sql`` : sql`for update`}`.execute(db.tx);
  return rows.map(withFingerprint)[0];
}

/** Mandates that were given, expect something, and that nothing but the pilot's word would judge; the latest first. */
export async function unprovedMandates(db: Scoped): Promise<readonly Expecting[]> {
  const { rows } = await sql<Omit<Expecting, 'fingerprint'>>`
    select ${EXPECTING} from mandate
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.expects is not null and mandate.proof_id is null
      and mandate.state in ('given', 'accepted', 'discussed', 'active', 'done')
    order by mandate.from_day desc, mandate.id limit 50`.execute(db.tx);
  return rows.map(withFingerprint);
}

function withFingerprint(row: Omit<Expecting, 'fingerprint'>): Expecting {
  const { id, expects, givenAt } = row;
  return { ...row, fingerprint: expects === null || givenAt === null ? null : fingerprintOf(id, expects) };
}

/** What is asked of mandates, by their ids. */
export async function intentionsOf(db: Scoped, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.tx
    .selectFrom('mandate')
    .select(['mandate.id', 'mandate.intention'])
    .where('mandate.workspace_id', '=', db.scope.workspaceId)
    .where('mandate.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, intention }) => [id, intention]));
}

/** Mandates the field did not turn down that begin on a day from `from` (in) until `until` (out). */
export async function startedBetween(
  db: Scoped,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly Pick<Expecting, 'id' | 'intention' | 'fromDay'>[]> {
  const { rows } = await sql<Pick<Expecting, 'id' | 'intention' | 'fromDay'>>`
    select mandate.id, mandate.intention, mandate.from_day::text as "fromDay" from mandate
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.state not in ('draft', 'withdrawn')
      and mandate.from_day >= ${from}::date and mandate.from_day < ${until}::date
    order by mandate.from_day, mandate.id limit 100`.execute(db.tx);
  return rows;
}

export type { ExpectedSlice } from './model.ts';
