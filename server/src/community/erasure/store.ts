import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { TAKEN_OUT } from './model.ts';

export interface ErasedIdentity {
  readonly id: string;
  readonly place_id: string;
  readonly external_id: string;
  readonly handle: string;
  readonly display_name: string | null;
  readonly email: string | null;
}

/** The identities of a member, locked for this transaction. */
export async function lockIdentities(db: Scoped, memberId: string): Promise<readonly ErasedIdentity[]> {
  return await db.tx
    .selectFrom('identity')
    .select(['id', 'place_id', 'external_id', 'handle', 'display_name', 'email'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .execute();
}

/** Remembers, without saying who, that these accounts must not come back. */
export async function insertTombstones(db: Scoped, marks: readonly Buffer[], at: Date): Promise<void> {
  if (marks.length === 0) return;
  await db.tx
    .insertInto('tombstone')
    .values(marks.map((mark) => ({ workspace_id: db.scope.workspaceId, mark, erased_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the person out of member, identities, messages and raws; the rows stay, so that counts stay. Answers how many messages. */
export async function emptyPerson(
  db: Scoped,
  memberId: string,
  identityIds: readonly string[],
  at: Date,
): Promise<number> {
  const { workspaceId } = db.scope;
  const own: RawBuilder<string> = sql`any(${[...identityIds]}::uuid[])`;
  await sql`
    with recursive absorbed as (
      select member.id from member where member.workspace_id = ${workspaceId} and member.id = ${memberId}
      union select member.id from member join absorbed on member.merged_into = absorbed.id where member.workspace_id = ${workspaceId}
    )
    update member set name = '', erased_at = ${at}, version = version + 1
    from absorbed where member.workspace_id = ${workspaceId} and member.id = absorbed.id`.execute(db.tx);
  await db.tx
    .updateTable('identity')
    .set({
      handle: '',
      display_name: null,
      email: null,
      external_id: sql<string>`'erased:' || id`,
      joined_at: null,
      joined_day: null,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', own)
    .execute();
  await db.tx
    .deleteFrom('affiliation')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
  await db.tx.deleteFrom('raw').where('workspace_id', '=', workspaceId).where('identity_id', '=', own).execute();
  const { numUpdatedRows } = await db.tx
    .updateTable('message')
    .set({ text: '', state: 'erased', url: null, external_id: sql<string>`'erased:' || id` })
    .where('workspace_id', '=', workspaceId)
    .where('identity_id', '=', own)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What colleagues write where they may name members, with as much as each may hold. */
const WRITTEN = [
  ['signal', 'line', 300],
  ['signal', 'why', 1000],
  ['insight', 'statement', 400],
  ['insight', 'ask', 1000],
  ['decision', 'reason', 2000],
  ['decision', 'option', 300],
  ['delivery_note', 'text', 2000],
  ['told', 'text', 4000],
  ['mandate', 'intention', 300],
  ['mandate', 'freedom', 2000],
  ['mandate_word', 'text', 2000],
  ['action', 'note', 1000],
  ['letter', 'body', 20_000],
  ['vision', 'text', 4000],
  ['objective', 'title', 160],
  ['objective', 'reason', 2000],
  ['objective', 'why', 2000],
  ['figure_note', 'text', 500],
  ['check_threshold', 'why', 1000],
  ['proof', 'title', 200],
  ['proof', 'withdrawn_why', 2000],
  ['proof_clearing', 'why', 2000],
  ['value_version', 'why', 2000],
  ['value_review', 'note', 2000],
] as const;

async function takeOutOf(
  db: Scoped,
  table: (typeof WRITTEN)[number][0],
  column: string,
  longest: number,
  pattern: string,
): Promise<void> {
  const text = sql.ref(`${table}.${column}`);
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = left(regexp_replace(${text}, ${pattern}, ${TAKEN_OUT}, 'gi'), ${longest}::int)
    where ${sql.ref(`${table}.workspace_id`)} = ${db.scope.workspaceId} and ${text} ~* ${pattern}`.execute(db.tx);
}

/** Documents colleagues wrote in: terms before a discussion changed them, what was known before a proof, the value model. */
const DOCUMENTS = [
  ['mandate_word', 'before'],
  ['proof', 'expects'],
  ['value_version', 'sheet'],
] as const;

/** Inside a text of a document, not in the name of a field: up to the quote that ends it, which no colon follows. */
const IN_TEXT = String.raw`(?=(?:[^"\\]|\\.)*"(?!:))`;

async function takeOutOfDocument(
  db: Scoped,
  table: (typeof DOCUMENTS)[number][0],
  column: string,
  pattern: string,
): Promise<void> {
  const document = sql`${sql.ref(`${table}.${column}`)}::text`;
  const inText = `(?:${pattern})${IN_TEXT}`;
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = regexp_replace(${document}, ${inText}, ${TAKEN_OUT}, 'gi')::jsonb
    where ${sql.ref(`${table}.workspace_id`)} = ${db.scope.workspaceId} and ${document} ~* ${inText}`.execute(db.tx);
}

/**
 * Takes a pattern out of the texts of others, titles, raws and lists of refused rows. The hash of a raw stays that of
 * what came, so that importing the same file again finds it unchanged and does not bring the name back.
 */
export async function takeOut(db: Scoped, pattern: string): Promise<number> {
  const { workspaceId } = db.scope;
  const { numAffectedRows } = await sql`
    update message set text = regexp_replace(text, ${pattern}, ${TAKEN_OUT}, 'gi')
    where message.workspace_id = ${workspaceId} and message.text ~* ${pattern}`.execute(db.tx);
  await sql`
    update thread set title = regexp_replace(title, ${pattern}, ${TAKEN_OUT}, 'gi')
    where thread.workspace_id = ${workspaceId} and thread.title ~* ${pattern}`.execute(db.tx);
  await sql`
    update raw set payload = regexp_replace(payload::text, ${pattern}, ${TAKEN_OUT}, 'gi')::json
    where raw.workspace_id = ${workspaceId} and raw.payload::text ~* ${pattern}`.execute(db.tx);
  // What was kept of others' words, and what colleagues wrote about them.
  await sql`
    update evidence set text = regexp_replace(text, ${pattern}, ${TAKEN_OUT}, 'gi')
    where evidence.workspace_id = ${workspaceId} and evidence.text ~* ${pattern}`.execute(db.tx);
  // What a proof expects is never written again, save for this.
  await sql`select set_config('app.erasing', 'on', true)`.execute(db.tx);
  for (const [table, column, longest] of WRITTEN) await takeOutOf(db, table, column, longest, pattern);
  await sql`
    update insight set options = array(select left(regexp_replace(one.way, ${pattern}, ${TAKEN_OUT}, 'gi'), 300)
        from unnest(insight.options) with ordinality as one(way, place) order by one.place),
      words = array(select one.word from unnest(insight.words) with ordinality as one(word, place)
        where one.word !~* ${pattern} order by one.place)
    where insight.workspace_id = ${workspaceId} and array_to_string(insight.options || insight.words, E'\\n') ~* ${pattern}`.execute(
    db.tx,
  );
  for (const [table, column] of DOCUMENTS) await takeOutOfDocument(db, table, column, pattern);
  await sql`select set_config('app.erasing', 'off', true)`.execute(db.tx);
  await sql`
    update import_problem set excerpt = null
    where import_problem.workspace_id = ${workspaceId} and import_problem.excerpt ~* ${pattern}`.execute(db.tx);
  return Number(numAffectedRows ?? 0n);
}
