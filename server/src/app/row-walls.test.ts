import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { FUNCTIONS } from '#kernel/actor.ts';
import type { Database } from '#platform/db/index.ts';
import type { Answer, Route } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import { asKeeper, contentOf, scopedTables } from '../../../tools/testing/content.ts';
import type { FreshDatabase } from '../../../tools/testing/database.ts';
import { ORIGIN } from '../../../tools/testing/house.ts';
import { lyingScope } from '../../../tools/testing/lying-scope.ts';
import type { LyingScope } from '../../../tools/testing/lying-scope.ts';
import { withoutRowWalls } from '../../../tools/testing/no-row-walls.ts';
import { callOf, openTwoSpaces } from '../../../tools/testing/two-spaces.ts';
import type { TwoSpaces } from '../../../tools/testing/two-spaces.ts';

/** Tables of workspaces that the made-up ones leave empty. */
const EMPTY = ['fact_gone', 'removal', 'tombstone'];

test('the base shows a workspace its own rows and takes no others, table by table', async () => {
  await using spaces = await openTwoSpaces();
  const { ours, theirs } = spaces.scopes;
  const tables = await scopedTables(spaces.house);
  expect(tables.length).toBeGreaterThan(15);
  const filled = await asKeeper(spaces.house, async (client) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query(`select 1 from ${table} where workspace_id = $1 limit 1`, [ours.workspaceId]);
      if (rows.length > 0) found.push(table);
    }
    return found;
  });
  expect(tables.filter((table) => !filled.includes(table) && !EMPTY.includes(table))).toEqual([]);

  const client = await spaces.house.walled.ownerPool.connect();
  try {
    await client.query('set role passerelle_app');
    for (const table of tables) {
      const tried = async (statement: string, values: readonly string[] = []): Promise<unknown> => {
        await client.query('begin');
        await client.query("select set_config('app.workspace_id', $1, true)", [theirs.workspaceId]);
        const done = client.query<{ n: string }>(statement, [...values]);
        const told = await done.then(
          ({ rows }) => rows[0]?.n,
          (error: { code: string; message: string }) => error.message,
        );
        await client.query('rollback');
        return told;
      };
      const seen = await tried(`select count(*) as n from ${table} where workspace_id <> $1`, [theirs.workspaceId]);
      expect([table, seen]).toEqual([table, '0']);
      const put = await tried(`insert into ${table} (workspace_id) values ($1)`, [ours.workspaceId]);
      expect([table, put]).toEqual([table, expect.stringContaining('violates row-level security policy')]);
    }
  } finally {
    await client.query('reset role');
    client.release();
  }
}, 60_000);

test('with queries that name another workspace, no route of the application shows or changes a row of it', async () => {
  const found = await askLying((database) => database);
  expect(found.told).toEqual([]);
  expect(found.changed).toEqual([]);
  expect(found.calls).toBeGreaterThan(70);
  expect(found.refusedByTheBase).toBeGreaterThan(3);
}, 120_000);

test('such queries would show and change them, were it not for the base', async () => {
  const found = await askLying(withoutRowWalls);
  expect(new Set(found.told).size).toBeGreaterThan(15);
  expect(found.changed).toContain('member');
}, 120_000);

/** Every route, asked behind the door by people of the other workspace, with queries that name ours. */
async function askLying(wallsOf: (database: FreshDatabase) => Database) {
  let lie: LyingScope | undefined;
  const through = (database: FreshDatabase): Database => {
    lie = lyingScope(wallsOf(database));
    return lie.database;
  };
  await using spaces = await openTwoSpaces({ through });
  const before = await contentOf(spaces.house, spaces.scopes.ours);
  lie?.lookFor(spaces.scopes.ours);
  const told: string[] = [];
  let calls = 0;
  let refusedByTheBase = 0;
  for (const route of spaces.house.app.routes.filter((one) => one.inWorkspace)) {
    for (const call of callOf(route, spaces)) {
      calls += 1;
      const answer = await handle(route, call, spaces).catch((error: unknown) => {
        // A row of ours cannot name a colleague of theirs either: keys between tables carry the workspace.
        if (!/row-level security|foreign key/.test(String(error))) throw new Error(routeKey(route), { cause: error });
        refusedByTheBase += 1;
        return '';
      });
      if (answer.includes(spaces.mark)) told.push(routeKey(route));
    }
  }
  const after = await contentOf(spaces.house, spaces.scopes.ours);
  return {
    told,
    calls,
    refusedByTheBase,
    changed: Object.keys(before).filter((table) => before[table] !== after[table]),
  };
}

type Call = ReturnType<typeof callOf>[number];

/** What a route does once the door has let somebody of the other workspace in. */
async function handle(route: Route, { params, query, body }: Call, { scopes, ids }: TwoSpaces): Promise<string> {
  const by = { kind: 'person', colleagueId: ids.theirs.colleagueId } as const;
  const { workspaceId } = scopes.theirs;
  const actor = {
    kind: 'person',
    personId: ids.theirs.colleagueId,
    sessionId: '',
    language: 'fr',
    seat: { scope: { workspaceId }, functions: FUNCTIONS },
  };
  const raw = new Request(ORIGIN, { method: 'PUT', body: 'dix octets' });
  const call = {
    scope: { workspaceId },
    by,
    actor,
    functions: FUNCTIONS,
    params,
    query,
    body,
    language: 'fr',
    address: '127.0.0.1',
    raw,
  };
  const answer: Answer<unknown> = await route.handle(call);
  if (!answer.ok || 'redirectTo' in answer) return '';
  return 'download' in answer ? text(answer.download.body) : (JSON.stringify(answer.value) ?? '');
}
