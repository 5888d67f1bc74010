import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { urlOf } from '../../../../tools/testing/address.ts';
import { aDataFolder, ask, opened } from '../../../../tools/testing/embedded.ts';
import { aMigrationsFolder } from '../../../../tools/testing/migrations.ts';
import { openDatabase } from './index.ts';

const MIGRATIONS = { '0001-letters.sql': 'create table letter (workspace_id uuid not null, body text not null)' };
const LYON = { workspaceId: '0197a000-0000-7000-8000-000000000001' };

/** A server as an operator's administrator runs it: `pilot` owns a base and may do nothing else. */
async function aForeignServer(folder: string) {
  const server = await opened(folder, { careless: true });
  appendFileSync(join(dirname(server.host), 'hba.conf'), 'local all all trust\n');
  await ask(server.host, 'create role pilot login; select pg_reload_conf()');
  await ask(server.host, 'create database community owner pilot');
  return { ...server, url: urlOf(server.host, 'community').replace('passerelle@', 'pilot@') };
}

async function open(url: string) {
  using migrations = aMigrationsFolder(MIGRATIONS);
  return await openDatabase({ url, migrationsFolder: migrations.path, dataFolder: '', log: silentLog });
}

test('a server whose user may not create roles is refused with the statements that help, and they do help', async () => {
  using folder = aDataFolder();
  await using server = await aForeignServer(folder.path);
  const refused = await open(server.url);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'database/role_missing' } });
  const statements = refused.ok ? '' : String(refused.refusal.details?.['sql']);
  await ask(server.host, statements);
  const accepted = await open(server.url);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.refusal));
  const db = accepted.value;
  const { rows } = await sql`select current_user::text as me, session_user::text as who`.execute(db.installation);
  expect(rows).toEqual([{ me: 'passerelle_app', who: 'pilot' }]);
  await db.inScope(LYON, ({ tx }) => sql`insert into letter values (${LYON.workspaceId}, 'Bonjour')`.execute(tx));
  const byOwner = await db.ownerPool.query('select * from letter');
  expect(byOwner.rows).toEqual([]);
  const byKeeper = await db.ownerPool.query("begin; set local app.keeper = 'on'; select body from letter; commit");
  expect((byKeeper as unknown as pg.QueryResult[])[2]?.rows).toEqual([{ body: 'Bonjour' }]);
  await db.close();
});

test('a runtime role that could pass the walls keeps the application from starting', async () => {
  using folder = aDataFolder();
  await using server = await aForeignServer(folder.path);
  await ask(server.host, 'create role passerelle_app; grant passerelle_app to pilot; create role boss');
  const faults = [
    ['alter role passerelle_app superuser', 'alter role passerelle_app nosuperuser', 'is superuser'],
    ['alter role passerelle_app bypassrls', 'alter role passerelle_app nobypassrls', 'bypasses row-level security'],
    ['alter role passerelle_app login', 'alter role passerelle_app nologin', 'can sign in'],
    ['grant boss to passerelle_app', 'revoke boss from passerelle_app', 'is a member of another role'],
  ] as const;
  for (const [spoil, mend, fault] of faults) {
    await ask(server.host, spoil);
    expect(await open(server.url)).toMatchObject({
      refusal: { code: 'database/role_unsafe', details: { faults: fault } },
    });
    await ask(server.host, mend);
  }
  const accepted = await open(server.url);
  expect(accepted.ok).toBe(true);
  if (accepted.ok) await accepted.value.close();
});

test('a server that is not there, or that speaks no UTF-8, is refused', async () => {
  using folder = aDataFolder();
  await using server = await aForeignServer(folder.path);
  expect(await open(server.url.replace('/community', '/nowhere'))).toMatchObject({
    refusal: { code: 'database/unreachable' },
  });
  await ask(server.host, "create database old_words owner pilot encoding 'LATIN1' locale 'C' template template0");
  const old = await open(server.url.replace('/community', '/old_words'));
  expect(old).toEqual({ ok: false, refusal: { code: 'database/not_utf8', details: { encoding: 'LATIN1' } } });
});
