import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareJobs } from '#platform/jobs/index.ts';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import type { CourseHouse } from '../../../../../tools/testing/course.ts';
import { openCourse } from '../../../../../tools/testing/course.ts';
import { ASK_TASK, visionTasks } from './index.ts';

let open: CourseHouse;

beforeAll(async () => {
  open = await openCourse();
  await prepareJobs(open.house.database.ownerPool);
});

afterAll(() => open[Symbol.asyncDispose]());

test('sponsors are written to once for each time the vision is to be confirmed', async () => {
  const { as, deps, house } = open;
  const scope = await scopeOf(as('admin'));
  const call = { scope, payload: {}, signal: new AbortController().signal, attempt: 1, isLastAttempt: false };
  const tasks = visionTasks({ ...deps, origin: () => 'https://pont.exemple.fr' });
  const written = async () => {
    await tasks[ASK_TASK]?.(call);
    await tasks[ASK_TASK]?.(call);
    return await house.database.inScope(scope, (db) =>
      db.tx.selectFrom('letter').select(['recipient', 'subject', 'body']).orderBy('recipient').execute(),
    );
  };
  expect(await written()).toEqual([]);
  await as('pilot').must('POST', '/api/v1/vision', { number: 0, text: 'Que chacun trouve à qui parler.' });
  const letters = await written();
  // Whoever opened the house is a sponsor as well.
  expect(letters.map(({ recipient }) => recipient)).toEqual(['aicha.benali@exemple.fr', 'hugo.vidal@exemple.fr']);
  expect(letters[1]?.subject).toMatch(/^Une vision à confirmer \(/);
  expect(letters[1]?.body).toContain('Que chacun trouve à qui parler.');
  expect(letters[1]?.body).toMatch(/https:\/\/pont\.exemple\.fr\/[a-z-]+\/course/);
  await as('sponsor').must('POST', '/api/v1/vision/confirm', { number: 1 });
  expect(await written()).toHaveLength(2);
  house.clock.advance(184 * 24 * 3_600_000);
  expect(await written()).toHaveLength(4);
});
