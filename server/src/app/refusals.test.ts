import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSayable } from '#platform/i18n/index.ts';

const HOME = join(import.meta.dirname, '../..');
const PACKAGES = join(HOME, '../packages');

/** Areas that have words; `text/html` and the like have none. */
const AREAS = new Set(readdirSync(join(HOME, 'src/platform/i18n/fr')).map((file) => file.replace('.json', '')));

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.test.') && !path.includes('node_modules'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

const all = [...sources(join(HOME, 'src')), ...sources(PACKAGES)].join('\n');

const found = (pattern: RegExp): readonly string[] => [
  ...new Set([...all.matchAll(pattern)].map((match) => match[1] ?? '')),
];

test('every refusal the server can give has words in both languages', () => {
  const given = found(/\bno\(\s*'([^']+)'/g);
  const named = found(/'([a-z-]+\/[a-z_0-9]+)'/g).filter((code) => AREAS.has(code.slice(0, code.indexOf('/'))));
  expect(given.length).toBeGreaterThan(60);
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set([...given, ...named])].filter((code) => !isSayable(code))).toEqual([]);
});

test('every problem of an import and every value that does not fit has words in both languages', () => {
  const kit = readFileSync(join(PACKAGES, 'kit/src/contract.ts'), 'utf8');
  const union = /type ProblemCode =([^;]+);/.exec(kit)?.[1] ?? '';
  const problems = [...union.matchAll(/'([a-z_]+)'/g)].map((match) => `import/problem_${match[1] ?? ''}`);
  expect(problems.length).toBeGreaterThan(8);
  const inputs = ['invalid_type', 'too_big', 'too_small', 'invalid_format', 'not_multiple_of', 'unrecognized_keys'];
  inputs.push('invalid_union', 'invalid_key', 'invalid_element', 'invalid_value', 'custom');
  expect([...problems, ...inputs.map((code) => `input/${code}`)].filter((code) => !isSayable(code))).toEqual([]);
});

test('every status an answer may have has a title in both languages', () => {
  for (const status of [400, 401, 403, 404, 409, 413, 422, 429, 500, 503])
    expect([status, isSayable(`http/title_${String(status)}`)]).toEqual([status, true]);
});
