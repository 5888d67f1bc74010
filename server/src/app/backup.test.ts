import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@passerelle/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasePerson } from '#community/erasure/service.ts';
import type { Scope } from '#kernel/scope.ts';
import { checkBackup, restoreBackup, writeBackup } from '#platform/backup/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { MembersView } from '#community/members/wire.ts';
import { silentLog } from '#platform/log/index.ts';
import { bringIn, openCommunity, scopeOf, SECRET } from '../../../tools/testing/community.ts';
import type { FreshDatabase } from '../../../tools/testing/database.ts';
import { freshDatabase } from '../../../tools/testing/database.ts';
import { openLedger } from './ledger.ts';
import { openCommunityRoom } from '#app/rooms/community.ts';

const FACTS: readonly Fact[] = [
  { type: 'person', externalId: 'lou', keyedBy: 'id', handle: 'lou', displayName: 'Lou Garance' },
  {
    type: 'message',
    externalId: '1',
    channel: 'general',
    thread: 'a',
    opens: true,
    by: 'lou',
    when: { at: '2026-01-02T09:00:00.123456Z' },
    text: 'Une ligne\navec\ttabulation, \\ et « accents »',
    format: 'plain',
  },
  {
    type: 'message',
    externalId: '2',
    channel: 'general',
    thread: 'a',
    by: 'max',
    when: { day: '2026-01-03' },
    text: '🎉',
    format: 'plain',
    repliesTo: '1',
  },
];

const clock = standingClock('2026-03-02T08:00:00Z');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-sauvegarde-é '));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every row of every table a backup holds, as the base itself writes it, without what is made anew. */
async function contents(database: FreshDatabase): Promise<string> {
  const client = await database.ownerPool.connect();
  try {
    await client.query("begin; set local app.keeper = 'on'");
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migration', 'session') order by 1",
    );
    const tables: string[] = [];
    for (const { name } of rows) {
      const held = await client.query<{ row: string }>(
        `select (to_jsonb(t) - 'changed')::text as row from ${name} as t order by 1`,
      );
      tables.push(`${name}: ${held.rows.map((one) => one.row).join('\n')}`);
    }
    return tables.join('\n\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('what is backed up is restored to the last row, merges that point at each other included', async () => {
  await using house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum' }, FACTS);
  const { items } = (await browser.must('GET', '/api/v1/members')) as MembersView;
  await browser.must('POST', '/api/v1/merges', { keepId: items[0]?.id, absorbId: items[1]?.id, reason: 'by_hand' });
  const file = join(folder, 'tout.tar.gz');
  await writeBackup(file, { pool: house.database.ownerPool, clock, secretMark: 'a' });
  await using elsewhere = await freshDatabase();
  const checked = await checkBackup(file, 'a');
  if (!checked.ok) throw new Error(checked.refusal.code);
  expect((await restoreBackup(file, checked.value, elsewhere.ownerPool)).ok).toBe(true);
  expect(await contents(elsewhere)).toBe(await contents(house.database));
  expect(await restoreBackup(file, checked.value, elsewhere.ownerPool)).toMatchObject({
    refusal: { code: 'backup/not_empty' },
  });
});

test('a damaged, cut or foreign file is refused before anything is written', async () => {
  await using house = await openCommunity();
  await house.openFirst();
  const file = join(folder, 'abîmé.tar.gz');
  await writeBackup(file, { pool: house.database.ownerPool, clock, secretMark: 'a' });
  expect(await checkBackup(file, 'b')).toMatchObject({ refusal: { code: 'backup/other_secret' } });
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 40));
  expect(await checkBackup(file, 'a')).toMatchObject({ refusal: { code: 'backup/unreadable' } });
  await writeFile(file, 'bonjour');
  expect(await checkBackup(file, 'a')).toMatchObject({ refusal: { code: 'backup/unreadable' } });
});

test('a backup older than an erasure does not bring the person back', async () => {
  await using house = await openCommunity();
  const browser = await house.openFirst();
  const scope: Scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum' }, FACTS);
  const file = join(folder, 'avant.tar.gz');
  await writeBackup(file, { pool: house.database.ownerPool, clock, secretMark: 'a' });
  const ledger = openLedger(folder);
  const room = (database: FreshDatabase) =>
    openCommunityRoom({
      dataFolder: folder,
      log: silentLog,
      database,
      clock,
      tombstoneSecret: SECRET,
      onChanged: () => {},
      ledger,
    });
  const { items } = (await browser.must('GET', '/api/v1/members?q=lou')) as MembersView;
  const deps = {
    database: house.database,
    clock,
    secret: SECRET,
    onErased: (where: Scope, marks: readonly Buffer[]) => ledger.add(where, marks),
  };
  await erasePerson(deps, scope, { kind: 'system', name: 'test' }, items[0]?.id ?? '', {
    name: 'Lou Garance',
    reason: 'other',
  });
  await using elsewhere = await freshDatabase();
  const checked = await checkBackup(file, 'a');
  if (!checked.ok) throw new Error(checked.refusal.code);
  await restoreBackup(file, checked.value, elsewhere.ownerPool);
  expect(await contents(elsewhere)).toContain('Lou Garance');
  expect(await room(elsewhere).eraseAgain(scope)).toBe(1);
  expect(await contents(elsewhere)).not.toMatch(/garance|tabulation/i);
});
