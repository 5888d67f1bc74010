import { expect, test } from 'vitest';
import { z } from 'zod';
import { yes } from '#kernel/result.ts';
import { openApi } from './openapi.ts';
import { atDoor } from './route.ts';

const Arch = z.strictObject({ span: z.number() }).meta({ id: 'TestArch' });
const Bridge = z.strictObject({ first: Arch, others: z.array(Arch) });

test('what has a name is told once, where all find it, and held by its name', () => {
  const route = atDoor({
    method: 'post',
    path: '/api/v1/bridges',
    summary: 'Build',
    body: Bridge,
    answer: Bridge,
    handle: async () => yes({ first: { span: 1 }, others: [] }),
  });
  const told = JSON.stringify(openApi([route], '1.0.0'));
  expect(JSON.parse(told)).toMatchObject({
    components: { schemas: { TestArch: { type: 'object', required: ['span'] } } },
    paths: {
      '/api/v1/bridges': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  properties: {
                    first: { $ref: '#/components/schemas/TestArch' },
                    others: { items: { $ref: '#/components/schemas/TestArch' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  expect(told.match(/"span":/g)).toHaveLength(1);
  expect(told).not.toContain('$defs');
});
