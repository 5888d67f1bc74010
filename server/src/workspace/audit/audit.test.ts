import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { FreshDatabase } from '../../../../tools/testing/database.ts';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { record, verifyChain } from './index.ts';
import { ACTIONS } from './model.ts';
import { canonical, plain } from './rules.ts';
import type { AuditPage } from './wire.ts';

const AT = new Date('2026-03-02T08:00:00.123Z');
const BY = { kind: 'system', name: 'tests' } as const;

async function aSpace(database: FreshDatabase, slug = 'forum') {
  const workspaceId = newId(AT);
  const row = {
    id: workspaceId,
    slug,
    name: slug,
    zone: 'UTC',
    language: 'fr',
    is_demo: false,
    created_at: AT,
  } as const;
  await database.installation.insertInto('workspace').values(row).execute();
  return { workspaceId };
}

function event(objectId: string, after?: object) {
  return { action: 'member.changed', objectType: 'member', objectId, ...(after === undefined ? {} : { after }) };
}

/** Codes of events as the code writes them: `action: 'member.merged'`. */
function recordedIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  return files.flatMap((path) =>
    [...readFileSync(join(folder, path), 'utf8').matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
}

test('every event recorded anywhere has its line in the list, from which the web has its words', () => {
  const found = recordedIn(join(import.meta.dirname, '../..'));
  expect(found.length).toBeGreaterThan(20);
  expect(ACTIONS).toEqual(expect.arrayContaining([...found]));
});

/** As the owner of the tables could, with the guard of the record taken away. */
async function tamper(database: FreshDatabase, statement: string): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query(
      `begin; set local app.keeper = 'on'; alter table audit_event disable trigger append_only; ${statement}; commit`,
    );
  } finally {
    client.release(true);
  }
}

describe('the chain of the record', () => {
  test('holds over any values, read back from the base', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    // The base keeps no NUL and no half of a pair.
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''));
    const json = fc.jsonValue({ stringUnit: 'grapheme' }).filter((one) => !JSON.stringify(one).includes('\\u0000'));
    let events = 0;
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.record({ value: json }),
        fc.date({ noInvalidDate: true, min: new Date(0) }),
        async (why, after, at) => {
          await database.inScope(scope, (db) => record(db, BY, at, { ...event(why), after, why }));
          events += 1;
          expect(await database.inScope(scope, verifyChain)).toMatchObject({ intact: true, events });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is one line, however many write at once', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    const other = await aSpace(database, 'quai');
    const writers = Array.from({ length: 40 }, (_, at) =>
      database.inScope(at % 4 === 0 ? other : scope, (db) => record(db, BY, AT, event(String(at)))),
    );
    await Promise.all(writers);
    expect(await database.inScope(scope, verifyChain)).toMatchObject({ intact: true, events: 30 });
    expect(await database.inScope(other, verifyChain)).toMatchObject({ intact: true, events: 10 });
  });

  test('leaves no trace of what was rolled back', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    await database.inScope(scope, (db) => record(db, BY, AT, event('1')));
    const broken = database.inScope(scope, async (db) => {
      await record(db, BY, AT, event('2'));
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await database.inScope(scope, (db) => record(db, BY, AT, event('3')));
    expect(await database.inScope(scope, verifyChain)).toMatchObject({ intact: true, events: 2 });
  });

  test.each([
    ['a row taken out of the middle', 'delete from audit_event where number = 3', 3],
    ['the first row taken out', 'delete from audit_event where number = 1', 1],
    ['a changed author', "update audit_event set actor_id = 'x' where number = 2", 2],
    ['a changed state', `update audit_event set after = '{"name":"autre"}' where number = 4`, 4],
    ['a moved instant', "update audit_event set at = at + interval '1 ms' where number = 5", 5],
    [
      'two rows exchanged',
      'update audit_event set number = case number when 2 then 103 else 102 end where number in (2, 3); update audit_event set number = number - 100 where number > 100',
      2,
    ],
    ['a hash made to fit one changed row', "update audit_event set why = 'x', hash = sha256('x') where number = 3", 3],
  ])('shows %s', async (_, statement, brokenAt) => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    for (let at = 1; at <= 5; at += 1) {
      await database.inScope(scope, (db) => record(db, BY, AT, event(String(at), { name: 'avant' })));
    }
    const before = await database.inScope(scope, verifyChain);
    expect(before).toMatchObject({ intact: true, events: 5 });
    await tamper(database, statement);
    expect(await database.inScope(scope, verifyChain)).toMatchObject({ intact: false, brokenAt });
  });

  test('shows a missing end to whoever noted its head', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    for (let at = 1; at <= 3; at += 1) await database.inScope(scope, (db) => record(db, BY, AT, event(String(at))));
    const before = await database.inScope(scope, verifyChain);
    await tamper(database, 'delete from audit_event where number = 3');
    const after = await database.inScope(scope, verifyChain);
    expect(after.intact && before.intact && after.head !== before.head).toBe(true);
  });

  test('is not changed by the running application, nor by the owner in passing', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    await database.inScope(scope, (db) => record(db, BY, AT, event('1')));
    const change = database.inScope(scope, (db) => db.tx.updateTable('audit_event').set({ why: 'x' }).execute());
    await expect(change).rejects.toThrow('append-only');
    await expect(database.inScope(scope, (db) => db.tx.deleteFrom('audit_event').execute())).rejects.toThrow(
      'append-only',
    );
    await expect(database.ownerPool.query('truncate audit_event')).rejects.toThrow('append-only');
  });

  test('goes with its workspace, as a whole', async () => {
    await using database = await freshDatabase();
    const scope = await aSpace(database);
    await database.inScope(scope, (db) => record(db, BY, AT, event('1')));
    await database.installation.deleteFrom('workspace').where('id', '=', scope.workspaceId).execute();
    expect(await database.inScope(scope, verifyChain)).toMatchObject({ intact: true, events: 0 });
  });
});

test('one value has one text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const shuffled = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonical(plain(shuffled))).toBe(canonical(plain(value)));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

describe('reading the record', () => {
  test('goes page by page, by author, action and time', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    await house.colleague(admin, 'Léo Martin', ['host']);
    house.clock.advance(3_600_000);
    await admin.must('PATCH', '/api/v1/workspace', { name: 'Quais' });
    const first = (await admin.must('GET', '/api/v1/audit?limit=2')) as AuditPage;
    expect(first.items.map(({ action }) => action)).toEqual(['workspace.changed', 'colleague.joined']);
    expect(first.items[0]).toMatchObject({
      actor: { kind: 'person', name: 'Aïcha Benali' },
      before: { name: 'Forum des Ponts' },
      after: { name: 'Quais' },
    });
    const second = (await admin.must('GET', `/api/v1/audit?limit=2&after=${first.next}`)) as AuditPage;
    expect(second.items.map(({ action }) => action)).toEqual(['invitation.made', 'workspace.opened']);
    expect(second.next).toBeUndefined();
    const actor = first.items[1]?.actor.id ?? '';
    expect(await admin.must('GET', `/api/v1/audit?actorId=${actor}`)).toMatchObject({
      items: [{ actor: { name: 'Léo Martin' } }],
    });
    expect(await admin.must('GET', '/api/v1/audit?from=2026-03-02T09:00:00Z')).toMatchObject({ items: { length: 1 } });
    expect(await admin.must('GET', '/api/v1/audit?until=2026-03-02T09:00:00Z&action=workspace.opened')).toMatchObject({
      items: { length: 1 },
    });
    expect(await admin.must('GET', '/api/v1/audit/check')).toMatchObject({ intact: true, events: 4 });
  });

  test('as a file gives every event, and nothing a spreadsheet would run', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    await admin.must('PATCH', '/api/v1/me', { name: '=HYPERLINK("http://ailleurs.exemple")' });
    await admin.must('POST', '/api/v1/titles', { name: '@SUM(A1)', functions: ['host'] });
    const csv = await admin.call('GET', '/api/v1/audit/export');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    const rows: Record<string, string>[] = parse(csv.text, { columns: true, bom: true, delimiter: ';' });
    expect(rows.map((row) => row['action'])).toEqual(['workspace.opened', 'title.added', 'audit.exported']);
    expect(rows[0]?.['actor']).toBe(`'=HYPERLINK("http://ailleurs.exemple")`);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const lines = (await admin.call('GET', '/api/v1/audit/export?format=ndjson')).text.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2, 3, 4]);
  });
});
