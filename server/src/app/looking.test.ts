import { expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import { contentOf } from '../../../tools/testing/content.ts';
import { DOORS, openTwoSpaces } from '../../../tools/testing/two-spaces.ts';
import type { WholeHouse } from '../../../tools/testing/whole-house.ts';
import { openWholeHouse } from '../../../tools/testing/whole-house.ts';

/** What waits to be done for a workspace. */
async function jobsOf({ walled }: WholeHouse, { workspaceId }: Scope): Promise<readonly string[]> {
  const { rows } = await walled.ownerPool.query<{ task: string }>(
    `select task_identifier as task from graphile_worker.jobs where key like '%' || $1 || '%' order by 1`,
    [workspaceId],
  );
  return rows.map(({ task }) => task);
}

test('looking at every page changes nothing and asks for no work; a file that was taken along is on the record', async () => {
  await using spaces = await openTwoSpaces();
  const { house, ours, scopes } = spaces;
  const before = { content: await contentOf(house, scopes.ours), jobs: await jobsOf(house, scopes.ours) };
  const answers = await DOORS.readAll(spaces, { browser: ours }, 'ours');
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(60);
  const content = await contentOf(house, scopes.ours);
  expect(Object.keys(content).filter((table) => content[table] !== before.content[table])).toEqual(['audit_event']);
  expect(await jobsOf(house, scopes.ours)).toEqual(before.jobs);
}, 120_000);

test('a workspace has its months kept from the moment it is opened', async () => {
  await using house = await openWholeHouse();
  const admin = await house.openFirst();
  const asked = { name: 'Quai Nord', zone: 'Europe/Paris', language: 'fr' };
  await admin.must('POST', '/api/v1/workspaces', asked);
  const opened = (await admin.look()).workspaces.find(({ name }) => name === asked.name);
  expect(await jobsOf(house, { workspaceId: opened?.id ?? '' })).toEqual(['rocket.month']);
});
