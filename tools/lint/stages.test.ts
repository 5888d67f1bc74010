import { describe, expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

/** A forbidden import: where it is planted, what it imports, and the words of the refusal. */
type Planted = readonly [path: string, source: string, message: string];

const VALUE = (specifier: string): string => `import { x } from '${specifier}';\nexport const y = x;\n`;
const TYPE = (specifier: string): string => `import type { X } from '${specifier}';\nexport type Y = X;\n`;

const BETWEEN_ROOMS: readonly Planted[] = [
  ['server/src/kernel/money.ts', VALUE('#platform/clock/index.ts'), 'kernel must not know platform'],
  ['server/src/kernel/text.ts', VALUE('zod'), 'kernel depends on no package'],
  ['server/src/platform/mail/index.ts', VALUE('#workspace/team/index.ts'), 'platform must not know workspace'],
  ['server/src/workspace/team/service.ts', TYPE('#community/members/index.ts'), 'workspace must not know community'],
  ['server/src/bridge/signals/service.ts', VALUE('#field/inbox/index.ts'), 'bridge must not know field'],
  ['server/src/field/inbox/service.ts', VALUE('#cockpit/figures/lookup.ts'), 'field must not know cockpit'],
  ['server/src/cockpit/figures/service.ts', TYPE('#field/inbox/index.ts'), 'cockpit must not know field'],
  ['server/src/field/relays/service.test.ts', VALUE('#cockpit/figures/index.ts'), 'field must not know cockpit'],
  ['server/src/field/relays/rules.ts', VALUE('@passerelle/measure'), 'field must not know measure'],
  ['server/src/rocket/charter/service.ts', VALUE('#app/main.ts'), 'rocket must not know app'],
  [
    'server/src/field/calendar/index.ts',
    "export { x } from '#cockpit/figures/index.ts';\n",
    'field must not know cockpit',
  ],
  ['server/src/field/holds/index.ts', "export * from '#cockpit/figures/index.ts';\n", 'field must not know cockpit'],
  [
    'server/src/field/rituals/index.ts',
    "export const late = () => import('#cockpit/figures/index.ts');\n",
    'must not know',
  ],
  ['server/src/field/welcome/index.ts', "export type Late = import('#cockpit/figures/index.ts').X;\n", 'must not know'],
  ['server/src/app/http/serve.ts', VALUE('../../../../tools/testing/shared.ts'), 'not part of the product'],
  ['server/src/app/http/pages.ts', TYPE('#web/app/main.tsx'), "app must not know the browser's part"],
  ['packages/kit/src/more.ts', TYPE('#kernel/result.ts'), 'kit must not know kernel'],
  ['packages/kit/src/shape.ts', VALUE('zod'), 'kit depends on no package'],
  ['packages/measure/src/pace.ts', VALUE('@passerelle/kit'), 'measure must not know kit'],
];

const IN_A_FEATURE: readonly Planted[] = [
  ['server/src/bridge/mandates/helpers.ts', 'export const y = 1;\n', 'helpers is not a role'],
  ['server/src/bridge/a/b/c/model.ts', 'export const y = 1;\n', 'more than two folders deep'],
  ['server/src/garden/index.ts', 'export const y = 1;\n', 'not a room of the house'],
  ['server/src/bridge/signals/rules.ts', VALUE('./store.ts'), 'rules must not import store'],
  ['server/src/bridge/signals/routes.ts', VALUE('./store.ts'), 'routes must not import store'],
  ['server/src/bridge/signals/policy.ts', TYPE('./wire.ts'), 'policy must not import wire'],
  ['server/src/bridge/signals/views.ts', VALUE('./wire.ts'), 'views must not import wire'],
  ['server/src/bridge/mandates/rules.ts', TYPE('#platform/db/index.ts'), 'rules must not reach platform/db'],
  ['server/src/bridge/mandates/routes.ts', VALUE('#platform/jobs/index.ts'), 'routes must not reach platform/jobs'],
  ['server/src/bridge/mandates/store.ts', VALUE('#platform/log/index.ts'), 'store must not reach platform/log'],
];

const BY_THE_DOOR: readonly Planted[] = [
  ['server/src/bridge/loop/service.ts', VALUE('#community/members/store.ts'), 'by its index or lookup'],
  ['server/src/bridge/loop/views.ts', TYPE('#bridge/signals/model.ts'), 'by its index or lookup'],
  ['server/src/app/main.ts', VALUE('#bridge/signals/service.ts'), 'by its index or lookup'],
  ['server/src/community/ingestion/index.ts', VALUE('#community/ingestion/mapping/rules.ts'), 'by its index or lookup'],
  ['server/src/rocket/check/service.ts', VALUE('#field/inbox/index.ts'), 'the rocket only reads'],
  ['server/src/bridge/loop/rules.ts', VALUE('#community/members/lookup.ts'), 'it may take types'],
];

const CONNECTORS: readonly Planted[] = [
  ['server/src/connectors/nodebb/index.ts', VALUE('#connectors/discourse/read.ts'), 'another connector'],
  ['server/src/connectors/nodebb/read.ts', VALUE('#kernel/result.ts'), 'connectors must not know kernel'],
  ['server/src/connectors/nodebb/schema.ts', VALUE('#platform/db/index.ts'), 'connectors must not know platform'],
  ['server/src/connectors/mail/index.ts', VALUE('node:net'), 'reaches the world through its visit'],
  ['server/src/connectors/mail/read.ts', VALUE('pg'), 'reaches the world through its visit'],
];

const BROWSER: readonly Planted[] = [
  ['web/src/bridge/board.tsx', VALUE('#bridge/signals/wire.ts'), 'write `import type`'],
  ['web/src/bridge/card.tsx', TYPE('#bridge/signals/model.ts'), 'by its wire files only'],
  ['web/src/field/inbox.tsx', VALUE('#web/cockpit/charts.tsx'), 'field must not know cockpit'],
  ['web/src/cockpit/charts.tsx', TYPE('#web/field/inbox.tsx'), 'cockpit must not know field'],
  ['web/src/ui/avatar.tsx', VALUE('#web/community/members.tsx'), 'ui must not know community'],
  ['web/src/app/files.ts', VALUE('node:fs'), 'is not in a browser'],
];

const ALLOWED: Readonly<Record<string, string>> = {
  'server/src/platform/outbound/index.ts': VALUE('#kernel/result.ts'),
  'server/src/community/members/views.ts': `${VALUE('#platform/db/index.ts')}${TYPE('./wire.ts').replace('Y', 'Z')}`,
  'server/src/community/members/rules.ts': VALUE('#platform/html/index.ts'),
  'server/src/community/members/wire.ts': VALUE('#community/threads/wire.ts'),
  'server/src/community/members/index.ts': VALUE('#platform/anything/index.ts'),
  'server/src/community/ingestion/mapping/service.ts': VALUE('#community/members/index.ts'),
  'server/src/community/ingestion/store.test.ts': VALUE('#community/members/store.ts'),
  'server/src/community/ingestion/service.ts': VALUE('@passerelle/kit'),
  'server/src/field/inbox/rules.ts': TYPE('#bridge/signals/index.ts'),
  'server/src/rocket/check/service.ts': `${VALUE('#field/inbox/lookup.ts')}${VALUE('#cockpit/figures/lookup.ts').replaceAll(/\b[xy]\b/g, '$&2')}`,
  'server/src/connectors/index.ts': VALUE('./discourse/index.ts'),
  'server/src/connectors/discourse/read.ts': `${VALUE('@passerelle/kit')}${VALUE('csv-parse/sync').replaceAll(/\b[xy]\b/g, '$&2')}`,
  'server/src/connectors/discourse/index.ts': TYPE('#kernel/language.ts'),
  'server/src/app/http/serve.test.ts': VALUE('../../../../tools/testing/shared.ts'),
  'web/src/rocket/page.tsx': `${VALUE('#web/field/inbox.tsx')}${TYPE('#rocket/check/wire.ts')}`,
  'bench/speed.ts': VALUE('#bridge/signals/store.ts'),
  'e2e/signal.e2e.ts': VALUE('#app/main.ts'),
};

function refusalsOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const refusals = new Map<string, string[]>();
  for (const { path, rule, message } of lintTree(files)) {
    if (rule === 'house(stages)') refusals.set(path, [...(refusals.get(path) ?? []), message]);
  }
  return refusals;
}

describe.each([
  ['between rooms', BETWEEN_ROOMS],
  ['inside a feature', IN_A_FEATURE],
  ['by the door', BY_THE_DOOR],
  ['connectors', CONNECTORS],
  ['the browser', BROWSER],
] as const)('the plan of the house, %s', (_, planted) => {
  const refusals = refusalsOf(Object.fromEntries(planted));

  test.each(planted)('refuses %s', (path, _source, message) => {
    expect(refusals.get(path)).toEqual([expect.stringContaining(message)]);
  });
});

test('the plan of the house lets all the rest through', () => {
  expect([...refusalsOf(ALLOWED)]).toEqual([]);
});
