import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowReader } from './delimited.ts';
import type { Row } from './delimited.ts';

function read(text: string, delimiter = ',', columns = 3): Row[] {
  const reader = new RowReader('a.csv', { delimiter, columns });
  const lines = text.split('\n');
  const last = lines.length;
  const taken = lines.flatMap((line, index) =>
    index + 1 === last && line === '' ? [] : reader.take({ number: index + 1, text: line, ended: index + 1 < last }),
  );
  return [...taken, ...reader.end()];
}

const cells = (found: readonly Row[]) => found.flatMap((row) => (row.type === 'row' ? [row.cells] : []));
const problems = (found: readonly Row[]) =>
  found.flatMap((row) => (row.type === 'problem' ? [`${row.problem.code}:${row.problem.line}`] : []));

test('quoted cells hold delimiters, doubled quotes and line ends; the row counts from its first line', () => {
  const found = read('a,"b,""c""\n\nd",e\nf,g,\n');

  expect(found).toEqual([
    { type: 'row', line: 1, cells: ['a', 'b,"c"\n\nd', 'e'], ended: true },
    { type: 'row', line: 4, cells: ['f', 'g', ''], ended: true },
  ]);
});

test('a quote inside a bare cell is a character like another', () => {
  expect(cells(read('a,5" pipe,c'))).toEqual([['a', '5" pipe', 'c']]);
});

test('a quote never closed costs its row only, and is told where it stands', () => {
  const found = read('a,b,c\nd,"e,f\ng,h,i\nj,k,l\n');

  expect(cells(found)).toEqual([
    ['a', 'b', 'c'],
    ['g', 'h', 'i'],
    ['j', 'k', 'l'],
  ]);
  expect(problems(found)).toEqual(['cut_short:2']);
});

test('a stray quote that meets another one is told and left behind', () => {
  const found = read('a,"b,c\nd,e,"f"\ng,h,i');

  expect(problems(found)).toEqual(['wrong_shape:1']);
  expect(cells(found)).toEqual([
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ]);
});

test('a row above the limit is told; its lines are read anew', () => {
  const found = read(`a,"b,c\n${'x'.repeat(600_000)}\n${'y'.repeat(600_000)}\nd,e,f\n`);

  expect(problems(found)).toEqual(['element_too_big:1']);
  expect(cells(found)).toEqual([['d', 'e', 'f']]);
});

test('whatever is written as CSV is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') });
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (table) => {
      const text = table.map((row) => row.map(quoted).join(',')).join('\n');
      expect(cells(read(text))).toEqual(table);
    }),
  );
});

test('no text takes more than a few looks at each line', () => {
  const started = performance.now();
  read('a,"b\n""\n'.repeat(50_000));
  read(`${'"x\n'.repeat(50_000)}`);

  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a last row without line end is given, and said to have none', () => {
  expect(read('a,b,c\nd,e,f')).toMatchObject([{ ended: true }, { ended: false }]);
});
