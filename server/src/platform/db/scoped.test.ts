import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../../tools/testing/database.ts';
import { aMigrationsFolder, type MigrationsFolder } from '../../../../tools/testing/migrations.ts';
import type { Scoped } from './index.ts';

const LYON = { workspaceId: '0197a000-0000-7000-8000-000000000001' };
const BREST = { workspaceId: '0197a000-0000-7000-8000-000000000002' };

let migrations: MigrationsFolder;
let db: FreshDatabase;

beforeAll(async () => {
  migrations = aMigrationsFolder({
    '0001-letters.sql': `
      create table letter (workspace_id uuid not null, id int not null, body text not null, primary key (workspace_id, id));
      create table visitor (name text primary key);
      create view letter_body with (security_invoker = true) as select workspace_id, body from letter;`,
  });
  db = await freshDatabase({ migrationsFolder: migrations.path });
  await db.inScope(LYON, (scoped) => write(scoped, 1, 'Bonjour de Lyon'));
  await db.inScope(BREST, (scoped) => write(scoped, 1, 'Bonjour de Brest'));
});

afterAll(async () => {
  await db.close();
  migrations[Symbol.dispose]();
});

function write({ tx, scope }: Scoped, id: number, body: string) {
  return sql`insert into letter values (${scope.workspaceId}, ${id}, ${body})`.execute(tx);
}

async function bodies({ tx }: Pick<Scoped, 'tx'>): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`select body from letter order by body`.execute(tx);
  return rows.map((row) => row.body);
}

describe('the wall between workspaces', () => {
  test('a query that forgets the workspace sees its own rows only, through a view as well', async () => {
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
    const seen = await db.inScope(BREST, ({ tx }) => sql`select body from letter_body`.execute(tx));
    expect(seen.rows).toEqual([{ body: 'Bonjour de Brest' }]);
  });

  test('without a workspace nothing of them is seen, and tables without workspace are', async () => {
    const letters = await sql`select * from letter`.execute(db.installation);
    expect(letters.rows).toEqual([]);
    await sql`insert into visitor values ('Ada')`.execute(db.installation);
    const visitors = await sql`select name from visitor`.execute(db.installation);
    expect(visitors.rows).toEqual([{ name: 'Ada' }]);
  });

  test('rows of another workspace can be neither written, changed, moved nor taken out', async () => {
    const intrude = db.inScope(LYON, ({ tx }) =>
      sql`insert into letter values (${BREST.workspaceId}, 9, 'intrus')`.execute(tx),
    );
    await expect(intrude).rejects.toThrow('row-level security');
    const move = db.inScope(LYON, ({ tx }) => sql`update letter set workspace_id = ${BREST.workspaceId}`.execute(tx));
    await expect(move).rejects.toThrow('row-level security');
    await db.inScope(LYON, ({ tx }) => sql`delete from letter where workspace_id = ${BREST.workspaceId}`.execute(tx));
    expect(await db.inScope(BREST, bodies)).toEqual(['Bonjour de Brest']);
  });

  test('a connection keeps nothing of the workspace it served, after success as after failure', async () => {
    for (const end of ['commit', 'throw'] as const) {
      await db
        .inScope(LYON, async () => {
          if (end === 'throw') throw new Error('enough');
        })
        .catch(() => undefined);
    }
    const { rows } = await sql<{ set: string | null }>`select current_setting('app.workspace_id', true) as set`.execute(
      db.installation,
    );
    expect(rows[0]?.set ?? '').toBe('');
  });

  test('use cases of two workspaces at once do not mix', async () => {
    const scopes = Array.from({ length: 60 }, (_, place) => (place % 2 === 0 ? LYON : BREST));
    const seen = await Promise.all(scopes.map((scope) => db.inScope(scope, bodies)));
    expect(seen).toEqual(scopes.map((scope) => [scope === LYON ? 'Bonjour de Lyon' : 'Bonjour de Brest']));
  });

  test('the runtime role may neither lift the wall nor pretend to keep the house', async () => {
    await expect(sql`alter table letter disable row level security`.execute(db.installation)).rejects.toThrow(
      'must be owner',
    );
    await expect(sql`create table mine (id int)`.execute(db.installation)).rejects.toThrow('permission denied');
    await expect(sql`update migration set sha256 = ''`.execute(db.installation)).rejects.toThrow('permission denied');
    const asKeeper = await db.inScope(LYON, async ({ tx }) => {
      await sql`select set_config('app.keeper', 'on', true)`.execute(tx);
      return bodies({ tx });
    });
    expect(asKeeper).toEqual(['Bonjour de Lyon']);
  });
});

describe('one use case, one transaction', () => {
  test('what throws leaves no trace, and the thrown error is the one that comes out', async () => {
    const failing = db.inScope(LYON, async (scoped) => {
      await write(scoped, 2, 'jamais');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
  });

  test('an error of the base that the work swallows does not pass for success', async () => {
    const swallowing = db.inScope(LYON, async ({ tx }) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
      return 'fine';
    });
    await expect(swallowing).rejects.toThrow();
  });

  test('a transaction beside another sees what that one sees, behind the same wall', async () => {
    const seen = await db.inScope(
      BREST,
      async (first) => {
        const before = await bodies(first);
        await db.inScope(BREST, (later) => write(later, 9, 'Trop tard'));
        return [before, await first.beside(bodies), await bodies(first)];
      },
      'one_moment',
    );
    expect(seen).toEqual([['Bonjour de Brest'], ['Bonjour de Brest'], ['Bonjour de Brest']]);
    expect(await db.inScope(BREST, bodies)).toEqual(['Bonjour de Brest', 'Trop tard']);
    await db.inScope(BREST, ({ tx }) => sql`delete from letter where id = 9`.execute(tx));
  });

  test('a transaction kept after its end refuses to serve', async () => {
    const kept: Scoped[] = [];
    await db.inScope(LYON, async (scoped) => {
      kept.push(scoped);
    });
    await expect(bodies(kept[0] as Scoped)).rejects.toThrow();
    await expect((kept[0] as Scoped).copyIn('copy letter from stdin', lines([]))).rejects.toThrow('has ended');
  });

  test('a connection cut in the middle rejects with the first cause, and the next use case works', async () => {
    const cut = db.inScope(LYON, async ({ tx }) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await db.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow();
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
    expect(await db.ping()).toBe(true);
  });

  test('two use cases that wait for each other do not hang: one gets the deadlock', async () => {
    await db.inScope(LYON, (scoped) => write(scoped, 5, 'cinq'));
    const lockBoth = (first: number, second: number, meet: () => Promise<void>) =>
      db.inScope(LYON, async ({ tx }) => {
        await sql`select from letter where id = ${first} for update`.execute(tx);
        await meet();
        await sql`select from letter where id = ${second} for update`.execute(tx);
      });
    const meet = meeting(2);
    const ends = await Promise.allSettled([lockBoth(1, 5, meet), lockBoth(5, 1, meet)]);
    const failures = ends.filter((end) => end.status === 'rejected');
    expect(failures).toMatchObject([{ reason: { code: '40P01' } }]);
    await db.inScope(LYON, ({ tx }) => sql`delete from letter where id = 5`.execute(tx));
  });
});

describe('rows streamed in', () => {
  const intoLetters = async ({ tx, scope, copyIn }: Scoped, rows: AsyncIterable<string>): Promise<number> => {
    await sql`create temporary table arriving (id int, body text) on commit drop`.execute(tx);
    const count = await copyIn('copy arriving from stdin', rows);
    await sql`insert into letter select ${scope.workspaceId}, id, body from arriving`.execute(tx);
    return count;
  };

  test('are counted and belong to the transaction', async () => {
    const work = db.inScope(LYON, async (scoped) => {
      expect(await intoLetters(scoped, lines(['10\tdix\n', '11\t', 'onze\n']))).toBe(2);
      expect(await bodies(scoped)).toEqual(['Bonjour de Lyon', 'dix', 'onze']);
      throw new Error('back');
    });
    await expect(work).rejects.toThrow('back');
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
  });

  test('a source that fails half-way spoils the transaction and frees the connection', async () => {
    const broken = async function* () {
      yield '10\tdix\n';
      throw new Error('the archive is cut');
    };
    await expect(db.inScope(LYON, (scoped) => intoLetters(scoped, broken()))).rejects.toThrow('the archive is cut');
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
  });

  test('a row the base refuses is told', async () => {
    await expect(db.inScope(LYON, (scoped) => intoLetters(scoped, lines(['dix\tdix\n'])))).rejects.toThrow(
      'invalid input syntax',
    );
    expect(await db.inScope(LYON, bodies)).toEqual(['Bonjour de Lyon']);
  });
});

test('values come back as the house writes them', async () => {
  const { rows } = await sql`
    select timestamptz '2026-03-29 01:30:00+01' as instant, date '2026-03-29' as day, array[date '2026-03-29', null] as days,
      9007199254740991::int8 as big, 9007199254740993::int8 as bigger, array[1, 2]::int8[] as list,
      '0197a000-0000-7000-8000-000000000001'::uuid as id`.execute(db.installation);
  expect(rows[0]).toEqual({
    instant: new Date('2026-03-29T00:30:00Z'),
    day: '2026-03-29',
    days: ['2026-03-29', null],
    big: 9007199254740991,
    bigger: '9007199254740993',
    list: [1, 2],
    id: '0197a000-0000-7000-8000-000000000001',
  });
});

async function* lines(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

/** A place where `count` callers wait for one another. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let present = 0;
  return () => {
    present += 1;
    if (present === count) resolve();
    return promise;
  };
}
