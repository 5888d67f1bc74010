import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_START, csvLine } from './csv.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ';', ',', ' ', 'a', '|', '%', '＝'),
  }),
  fc.constantFrom('=1+1', '@SUM(A1)', '-2+3', "'=1", '+33 1', '\t=cmd', '\r=1', 'a\n=1', '", =1', '=HYPERLINK("x")'),
);

function readBack(line: string, delimiter: string): string[] {
  const [cells]: string[][] = parse(CSV_START + line, { bom: true, delimiter, relax_column_count: true });
  return (cells ?? []).map((cell) => (/^'+[=+\-@\t\r\n|%＝＋－＠]/.test(cell) ? cell.slice(1) : cell));
}

describe('lines of CSV', () => {
  test.each([
    ['fr', ';'],
    ['en', ','],
  ] as const)('in %s read back as they were, and no cell starts as a formula', (language, delimiter) => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 2, maxLength: 5 }), (cells) => {
        const line = csvLine(cells, language);
        expect(readBack(line, delimiter)).toEqual(cells);
        for (const cell of parse(line, { delimiter })[0] as string[])
          expect(cell).not.toMatch(/^[=+\-@\t\r\n|%＝＋－＠]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('leave numbers as numbers and the unknown empty', () => {
    expect(csvLine([-3, 2.5, undefined, null, true], 'en')).toBe('-3,2.5,,,true\r\n');
  });
});
