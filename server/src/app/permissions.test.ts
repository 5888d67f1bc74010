import { expect, test } from 'vitest';
import { FUNCTIONS } from '#kernel/actor.ts';
import { abilities } from '#workspace/sign-in/rules.ts';
import { PERMISSIONS } from './permissions.ts';

test.each([
  ['raise', 'POST /api/v1/signals'],
  ['setCourse', 'POST /api/v1/objectives'],
  ['giveMandates', 'POST /api/v1/mandates'],
  ['writeInsights', 'POST /api/v1/insights'],
  ['logActions', 'POST /api/v1/actions'],
  ['readValue', 'GET /api/v1/value'],
] as const)('“%s” is told to whoever the table lets in', (ability, route) => {
  const allowed: readonly string[] = PERMISSIONS[route].functions;
  for (const one of FUNCTIONS) expect([one, abilities([one])[ability]]).toEqual([one, allowed.includes(one)]);
});
