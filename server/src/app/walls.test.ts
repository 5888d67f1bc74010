import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertComplete } from '#workspace/permissions/index.ts';
import { castOf } from '../../../tools/testing/callers.ts';
import { idMatrix } from '../../../tools/testing/id-matrix.ts';
import { accessMatrix } from '../../../tools/testing/matrix.ts';
import { withoutRowWalls } from '../../../tools/testing/no-row-walls.ts';
import { DOORS, knownIds, openTwoSpaces } from '../../../tools/testing/two-spaces.ts';
import type { TwoSpaces } from '../../../tools/testing/two-spaces.ts';
import { openWholeHouse } from '../../../tools/testing/whole-house.ts';
import { PERMISSIONS } from './permissions.ts';

/** Routes whose success would spoil the callers, or take long. */
const SPARE = ['POST /api/v1/sign-out', 'DELETE /api/v1/sessions', 'POST /api/v1/demonstration'];

test('every route by every caller answers as the table says, in words', async () => {
  await using house = await openWholeHouse();
  const { routes } = house.app;
  expect(() => assertComplete(routes, PERMISSIONS)).not.toThrow();
  const { callers } = await castOf(house);
  const { cells, surprises } = await accessMatrix({ routes, table: PERMISSIONS, callers, spare: SPARE });
  expect(surprises).toEqual([]);
  expect(cells).toBeGreaterThanOrEqual((routes.length - SPARE.length) * callers.length);
}, 300_000);

// The walls of the base only take rows away: what does not leak without them does not leak with them.
describe('with the predicates of the queries alone, another workspace', () => {
  let spaces: TwoSpaces;
  beforeAll(async () => {
    spaces = await openTwoSpaces({ through: withoutRowWalls });
  }, 300_000);
  afterAll(() => spaces[Symbol.asyncDispose]());

  test('leaves no word and no id in any answer, in the log, or in the copy for figures', async () => {
    await expectNoTrace(spaces);
  }, 300_000);

  test('has ids that are no different from those that do not exist', async () => {
    const { house, theirs, key } = spaces;
    const { routes } = house.app;
    const person = await idMatrix(routes, { browser: theirs }, knownIds(spaces));
    expect(person.surprises).toEqual([]);
    expect(person.cells).toBeGreaterThan(90);
    const forKeys = routes.filter((route) => DOORS.forKeys(route));
    const byKey = await idMatrix(forKeys, { browser: house.browser(), headers: key }, knownIds(spaces));
    expect(byKey.surprises).toEqual([]);
    expect(byKey.cells).toBeGreaterThan(30);
  }, 300_000);
});

async function expectNoTrace(spaces: TwoSpaces): Promise<void> {
  const { house, ours, theirs, key, scopes, mark } = spaces;
  const own = await DOORS.readAll(spaces, { browser: ours }, 'ours');
  const telling = own.filter(({ text }) => text.toLowerCase().includes(mark));
  expect(new Set(telling.map((one) => one.route)).size).toBeGreaterThan(20);

  const traces = await tracesOf(spaces);
  expect(traces.size).toBeGreaterThan(30);
  const isClean = (text: string) => !text.toLowerCase().includes(mark) && !idsIn(text).some((id) => traces.has(id));
  const answers = [
    ...(await DOORS.readAll(spaces, { browser: theirs }, 'theirs')),
    ...(await DOORS.readAll(spaces, { browser: house.browser(), headers: key }, 'theirs')),
  ];
  expect(answers.filter(({ text }) => !isClean(text)).map(({ path }) => path)).toEqual([]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(60);
  // What waits between us and the reader must not keep an answer for the next one.
  const kept = answers.filter(({ path, cache }) => path.startsWith('/api/') && cache !== 'private, no-store');
  expect(kept.map(({ path }) => path)).toEqual([]);
  expect(spaces.logged().toLowerCase()).not.toContain(mark);

  expect(isClean(await copyOf(house, scopes.ours))).toBe(false);
  expect(isClean(await copyOf(house, scopes.theirs))).toBe(true);
}

/** Whatever reads as an id, within longer words too. */
function idsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

/** Every id that stands in a row of our workspace and in none of theirs. */
async function tracesOf({ house, scopes }: TwoSpaces): Promise<ReadonlySet<string>> {
  const ids = async (workspaceId: string): Promise<ReadonlySet<string>> => {
    const client = await house.walled.ownerPool.connect();
    try {
      await client.query("begin; set local app.keeper = 'on'");
      const { rows: tables } = await client.query<{ name: string }>(
        "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid'",
      );
      const found = new Set([workspaceId]);
      for (const { name } of tables) {
        const { rows } = await client.query<{ id: string }>(
          `select row.id from "${name}" as row where to_jsonb(row) ->> 'workspace_id' = $1`,
          [workspaceId],
        );
        for (const { id } of rows) found.add(id);
      }
      return found;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const others = await ids(scopes.theirs.workspaceId);
  return new Set([...(await ids(scopes.ours.workspaceId))].filter((id) => !others.has(id)));
}

/** Everything in a workspace's copy for figures, as one text. */
async function copyOf({ app }: TwoSpaces['house'], scope: TwoSpaces['scopes']['ours']): Promise<string> {
  await app.cockpit.projection.refresh(scope);
  return app.cockpit.projection.read(scope, async (facts) => {
    expect(facts.engine).toBe('duckdb');
    const tables = await facts.query(
      'select table_name as name from information_schema.tables where table_catalog = current_database()',
      [],
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await facts.query(`select to_json("${String(name)}")::text as line from "${String(name)}"`, []);
      texts.push(...rows.map(({ line }) => String(line)));
    }
    expect(texts.length).toBeGreaterThan(10);
    return texts.join('\n');
  });
}
