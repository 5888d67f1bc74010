import { expect, test } from 'vitest';
import type { ProblemBody } from './problem.ts';
import { problem } from './problem.ts';

const refusal = { code: 'mandate/over', details: { day: '2026-03-01' } };

test.each([
  ['fr', 'elle s’arrête le 1 mars 2026'],
  ['en', '1 March 2026'],
] as const)('a refusal says days as people do (%s), and gives programs the day itself', async (language, said) => {
  const body = (await problem(language, refusal).json()) as ProblemBody;
  expect(body).toMatchObject({ status: 422, detail: expect.stringContaining(said), details: refusal.details });
});
