import { expect, test } from 'vitest';
import { writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { clock, day, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { openAnalysis } from '../../../../../tools/testing/two-engines.ts';
import { createFigures, REGISTRY } from '#cockpit/figures/index.ts';

test('the verification finds no difference, and finds one that is planted', async () => {
  await using analysis = await openAnalysis();
  const { made, say, open } = forum(25);
  for (let n = 0; n < 120; n += 1) {
    const thread = open(n % 25, instant(day('2025-12-01', n)));
    if (n % 3 > 0) say((n + 3) % 25, instant(day('2025-12-01', n), '15:00'), { thread });
  }
  const scope = await analysis.workspace();
  await analysis.write(scope, (db) => writeCommunity(db, made));
  const { projection, database } = analysis;
  const honest = await createFigures({ database, projection, clock }).verify(scope);
  expect(honest).toEqual({ checked: REGISTRY.length * 4, heldElsewhere: false, differences: [] });
  const oneMore = createFigures({
    database,
    clock,
    projection: {
      ...projection,
      read: (of, work) =>
        projection.read(of, (facts) =>
          work({
            ...facts,
            query: async (text, params) =>
              (await facts.query(text, params)).map((row) =>
                typeof row['persons'] === 'number' ? { ...row, persons: row['persons'] + 1 } : row,
              ),
          }),
        ),
    },
  });
  const found = await oneMore.verify(scope);
  // Those that count persons differ, those that count threads do not.
  const differing = new Set(found.differences.map(({ figure }) => figure));
  for (const id of ['active_members', 'new_contributors', 'top1_share', 'gini']) expect(differing).toContain(id);
  for (const id of ['reply_coverage_7d', 'first_response_time', 'solo_threads']) expect(differing).not.toContain(id);
  const asIfHeld = createFigures({ database, clock, projection: { ...projection, read: projection.readPostgres } });
  expect(await asIfHeld.verify(scope)).toMatchObject({ checked: 0, heldElsewhere: true });
});
