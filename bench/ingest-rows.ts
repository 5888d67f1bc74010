import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { deriveId, memberIdOf, rawIdOf } from '#community/facts/index.ts';
import type { Server } from './ingest-base.ts';

/**
 * The plain way: for each line of the export an upsert of its room, its author, what came and the message, one after
 * the other, each prepared once, with so many lines to a transaction. Answers how long they took.
 */
export async function rowByRow(
  server: Server,
  file: string,
  { rows, perTransaction }: { readonly rows: number; readonly perTransaction: number },
): Promise<{ readonly rows: number; readonly milliseconds: number }> {
  const base = `plain_${perTransaction}`;
  await server.create(base);
  const client = await server.connect(base);
  const placeId = '01890000-0000-7000-8000-000000000001';
  await client.query(
    `insert into place (workspace_id, id, connector, name, gives, created_at) values ($1, $2, 'gitter-tsv', 'Banc', '{}', $3)`,
    [server.workspaceId, placeId, new Date()],
  );
  const lines = await firstLines(file, rows);
  const started = performance.now();
  await client.query('begin');
  for (const [n, line] of lines.entries()) {
    await upsert(client, [server.workspaceId, placeId], line.split('\t'));
    if (n % perTransaction === perTransaction - 1) await client.query('commit; begin');
  }
  await client.query('commit');
  const milliseconds = performance.now() - started;
  await client.end();
  return { rows: lines.length, milliseconds };
}

async function firstLines(file: string, most: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lines.push(line);
    if (lines.length === most) break;
  }
  return lines;
}

const UPSERTS = {
  channel: `insert into channel (workspace_id, id, place_id, external_id, name) values ($1, $2, $3, $4, $4)
    on conflict (workspace_id, id) do update set name = excluded.name`,
  member: `insert into member (workspace_id, id, name) values ($1, $2, $3) on conflict (workspace_id, id) do update set name = excluded.name`,
  identity: `insert into identity (workspace_id, id, place_id, member_id, external_id, keyed_by, handle) values ($1, $2, $3, $4, $5, 'id', $6)
    on conflict (workspace_id, id) do update set handle = excluded.handle`,
  raw: `insert into raw (workspace_id, id, place_id, kind, external_id, version, hash, payload, identity_id) values ($1, $2, $3, 'message', $4, $5, $6, $7, $8)
    on conflict (workspace_id, id) do update set version = excluded.version, hash = excluded.hash, payload = excluded.payload`,
  message: `insert into message (workspace_id, id, place_id, channel_id, identity_id, external_id, at, text, format, language)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'markdown', 'en') on conflict (workspace_id, id) do update set text = excluded.text, at = excluded.at`,
} as const;

async function upsert(
  client: pg.Client,
  [workspaceId, placeId]: readonly [string, string],
  cells: readonly string[],
): Promise<void> {
  const [, room = '', at = '', author = '', handle = '', id = '', text = ''] = cells;
  const run = (name: keyof typeof UPSERTS, ...values: unknown[]) =>
    client.query({ name, text: UPSERTS[name], values: [workspaceId, ...values] });
  const channelId = deriveId(placeId, 'channel', room);
  const identityId = deriveId(placeId, 'identity', author);
  const memberId = memberIdOf(identityId);
  await run('channel', channelId, placeId, room);
  await run('member', memberId, handle);
  await run('identity', identityId, placeId, memberId, author, handle);
  await run(
    'raw',
    rawIdOf(placeId, 'message', id),
    placeId,
    id,
    at,
    Buffer.alloc(16),
    JSON.stringify({ room, at, author, text }),
    identityId,
  );
  await run('message', deriveId(placeId, 'message', id), placeId, channelId, identityId, id, at, text);
}
