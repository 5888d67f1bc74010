import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Connector, Fact, Piece, Raw } from '@passerelle/kit';
import { ingest } from '#community/ingestion/index.ts';
import type { Counts } from '#community/ingestion/index.ts';
import { applyStaffRules, recountIdentities } from '#community/members/index.ts';
import type { Scope } from '#kernel/scope.ts';
import { languageDetector } from '#platform/text/index.ts';
import { freshDatabase } from './database.ts';
import type { FreshDatabase } from './database.ts';

const GIVES = {
  threads: true,
  replies: true,
  hours: true,
  reactions: true,
  personIds: true,
  staff: true,
  silentMembers: true,
  originalLinks: true,
};

/** A raw is the list of its facts. */
const CONNECTOR: Connector = {
  id: 'facts',
  version: 1,
  name: { fr: 'Faits', en: 'Facts' },
  collects: ['name', 'text', 'reaction'],
  gives: GIVES,
  read: (raw) => raw.payload as readonly Fact[],
};

const CREATED = new Date('2026-01-01T00:00:00Z');

/** A base with one workspace and one place, into which raws are brought as imports bring them. */
export interface Intake {
  readonly secret: string;
  readonly scope: Scope;
  readonly placeId: string;
  readonly database: FreshDatabase;
  /** The place anew, with nothing in it. */
  empty(): Promise<void>;
  bring(raws: readonly Raw[]): Promise<Counts>;
  rows<Row>(query: string): Promise<readonly Row[]>;
}

export async function openIntake(): Promise<Intake> {
  const secret = 'a secret of tests';
  const scope = { workspaceId: randomUUID() };
  const placeId = randomUUID();
  const database = await freshDatabase();
  const { workspaceId } = scope;
  const space = { slug: 'ponts', name: 'Ponts', zone: 'Europe/Paris', language: 'fr' } as const;
  await database.installation
    .insertInto('workspace')
    .values({ ...space, id: workspaceId, is_demo: false, created_at: CREATED })
    .execute();
  return {
    secret,
    scope,
    placeId,
    database,
    empty: () => emptyPlace(database, scope, placeId),
    async bring(raws) {
      let counts: Counts = { read: 0, added: 0, changed: 0, unchanged: 0, withheld: 0, refused: 0 };
      const deps = { database, secret, languageOf: languageDetector, applyStaffRules, recountIdentities };
      const end = await ingest(deps, {
        scope,
        place: { id: placeId, language: 'fr' },
        connector: CONNECTOR,
        options: {},
        pieces: piecesOf(raws),
        signal: new AbortController().signal,
        save: async (_db, batch) => {
          ({ counts } = batch);
          return true;
        },
      });
      if (end !== 'finished') throw new Error(`the reading ${end}`);
      return counts;
    },
    async rows<Row>(query: string) {
      const compiled = CompiledQuery.raw(query, []);
      return (await database.inScope(scope, (db) => db.tx.executeQuery<Row>(compiled))).rows;
    },
  };
}

async function emptyPlace(database: FreshDatabase, scope: Scope, placeId: string): Promise<void> {
  const { workspaceId } = scope;
  await database.inScope(scope, async (db) => {
    for (const table of ['place', 'member', 'tombstone'] as const) {
      await db.tx.deleteFrom(table).where('workspace_id', '=', workspaceId).execute();
    }
    await db.tx
      .insertInto('place')
      .values({
        workspace_id: workspaceId,
        id: placeId,
        connector: 'facts',
        name: 'Salon',
        language: 'fr',
        gives: JSON.stringify(GIVES),
        created_at: CREATED,
      })
      .execute();
  });
}

async function* piecesOf(raws: readonly Raw[]): AsyncIterable<Piece> {
  for (const raw of raws) yield { type: 'raw', raw };
}

export function rawOf(kind: string, externalId: string, version: string, ...facts: readonly Fact[]): Raw {
  return { kind, externalId, version, payload: facts };
}

type Message = Extract<Fact, { readonly type: 'message' }>;

export function aMessage(externalId: string, more: Partial<Message> = {}): Fact {
  const when = { at: '2026-01-05T10:00:00Z' };
  return {
    type: 'message',
    externalId,
    channel: 'accueil',
    by: 'ada',
    when,
    text: 'Bonjour',
    format: 'plain',
    ...more,
  };
}

export function aPerson(externalId: string, more: Partial<Extract<Fact, { readonly type: 'person' }>> = {}): Fact {
  return { type: 'person', externalId, keyedBy: 'id', handle: externalId, ...more };
}

/** A row that only stood for something unknown, and that nothing names any more: a trace of a copy that lost. */
const TRACE = {
  channel: `t.name = t.external_id and not exists (select from message where message.channel_id = t.id)
    and not exists (select from thread where thread.channel_id = t.id and thread.title is not null)`,
  identity: `t.handle = t.external_id and t.message_count = 0
    and not exists (select from reaction where reaction.identity_id = t.id and reaction.count > 0)`,
  member: `not exists (select from identity where identity.member_id = t.id and (identity.handle <> identity.external_id
    or identity.message_count > 0
    or exists (select from reaction where reaction.identity_id = identity.id and reaction.count > 0)))`,
  thread: 't.title is null and t.message_count = 0',
  // Taken back: a row for those who follow changes, not a reaction.
  reaction: 't.count = 0',
  message: 'false',
  raw: 'false',
  removal: 'false',
} as const;

/** All that stands, whoever wrote it when, as sorted lines. */
export async function standing(intake: Intake): Promise<readonly string[]> {
  const told = Object.entries(TRACE).map(
    ([table, trace]) =>
      `select '${table} ' || (to_jsonb(t) - 'changed')::text as line from ${table} as t where not (${trace})`,
  );
  const rows = await intake.rows<{ line: string }>(`${told.join(' union all ')} order by line`);
  return rows.map((row) => row.line);
}
