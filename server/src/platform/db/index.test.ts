import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { aDataFolder } from '../../../../tools/testing/embedded.ts';
import { openDatabase } from './index.ts';

test('without a URL the embedded server is started, migrated, lent out and stopped', async () => {
  using folder = aDataFolder();
  const first = await openDatabase({ dataFolder: folder.path, log: silentLog });
  if (!first.ok) throw new Error(JSON.stringify(first.refusal));
  await sql`insert into workspace (id, slug, name, zone, language, created_at)
    values ('0197a000-0000-7000-8000-000000000001', 'lyon', 'Lyon', 'Europe/Paris', 'fr', '2026-03-01Z')`.execute(
    first.value.installation,
  );
  const refused = await openDatabase({ dataFolder: folder.path, log: silentLog });
  expect(refused).toMatchObject({ refusal: { code: 'database/already_open' } });
  await first.value.close();
  await first.value.close();
  expect(await first.value.ping()).toBe(false);
  const second = await openDatabase({ dataFolder: folder.path, log: silentLog });
  if (!second.ok) throw new Error(JSON.stringify(second.refusal));
  const { rows } = await sql`select slug from workspace`.execute(second.value.installation);
  expect(rows).toEqual([{ slug: 'lyon' }]);
  await second.value.close();
});

test('after the server was killed, use cases work again by themselves', async () => {
  using folder = aDataFolder();
  const opened = await openDatabase({ dataFolder: folder.path, log: silentLog });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const db = opened.value;
  const { rows } = await db.ownerPool.query<{ pid: number }>("select pg_read_file('postmaster.pid')::text as note");
  process.kill(Number.parseInt(String((rows[0] as unknown as { note: string }).note), 10), 'SIGKILL');
  await vi.waitFor(async () => expect(await db.ping()).toBe(true), { timeout: 40_000, interval: 100 });
  await db.close();
});
