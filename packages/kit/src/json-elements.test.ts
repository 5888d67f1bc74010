import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from './json-elements.ts';
import type { JsonItem } from './json-elements.ts';
import type { JsonLimits } from './json-scanner.ts';

const utf8 = new TextEncoder();

async function read(
  source: string | Uint8Array,
  paths: readonly string[],
  options: { readonly chunk?: number; readonly limits?: JsonLimits } = {},
): Promise<JsonItem[]> {
  const bytes = typeof source === 'string' ? utf8.encode(source) : source;
  const size = options.chunk ?? Math.max(1, bytes.length);
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  }
  const items: JsonItem[] = [];
  for await (const item of jsonElements({ path: 'a.json', bytes: chunks }, paths, options.limits)) items.push(item);
  return items;
}

function values(items: readonly JsonItem[]): unknown[] {
  return items.flatMap((item) => (item.type === 'element' ? [item.value] : []));
}

function problems(items: readonly JsonItem[]): unknown[] {
  return items.flatMap((item) => (item.type === 'problem' ? [[item.problem.code, item.problem.line]] : []));
}

describe('jsonElements', () => {
  it('gives the elements of the outermost array with index and line', async () => {
    const items = await read('[\n {"a": 1},\n "two",\n 3\n]\n', ['[]']);
    expect(items).toEqual([
      { type: 'element', path: '[]', value: { a: 1 }, index: 0, line: 2, parents: [] },
      { type: 'element', path: '[]', value: 'two', index: 1, line: 3, parents: [] },
      { type: 'element', path: '[]', value: 3, index: 2, line: 4, parents: [] },
    ]);
  });

  it('gives nested elements with the fields of the objects around, then the objects', async () => {
    const source =
      '{"zone":1,"threads":[{"id":7,"comments":[{"c":1},{"c":2}],"pages":2},{"id":8,"comments":[]}],"end":true}';
    const items = await read(source, ['threads[].comments[]'], { chunk: 3 });
    expect(values(items)).toEqual([{ c: 1 }, { c: 2 }]);
    const parents = items.flatMap((item) => (item.type === 'parent' ? [[item.path, item.value]] : []));
    expect(parents).toEqual([
      ['threads[]', { id: 7, pages: 2 }],
      ['threads[]', { id: 8 }],
      ['', { zone: 1, end: true }],
    ]);
  });

  it('gives a bare object as parent when no wanted array stands in it', async () => {
    const items = await read('{"id":1,"posts":null}', ['[]', 'posts[]', 'post_stream.posts[]']);
    expect(items).toEqual([{ type: 'parent', path: '', value: { id: 1, posts: null }, line: 1, parents: [] }]);
  });

  it('keeps what was read of a cut file and says the line', async () => {
    const items = await read('[\n{"a":1},\n{"a":\n2', ['[]']);
    expect(values(items)).toEqual([{ a: 1 }]);
    expect(problems(items)).toEqual([['cut_short', 4]]);
    expect(problems(await read('', ['[]']))).toEqual([['cut_short', 1]]);
  });

  it('goes on after a broken element, a too big one and a too deep one', async () => {
    const limits = { elementBytes: 40, depth: 4 };
    const source = `[{"a":1}, oops, {"b": 01}, "${'x'.repeat(50)}", [[[[[1]]]]], {"c":"\\u0000"}, {"d":"\\ud800"}, {"a":2}]`;
    const items = await read(source, ['[]'], { chunk: 7, limits });
    expect(values(items)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(problems(items).map((found) => (found as [string])[0])).toEqual([
      'not_json',
      'not_json',
      'element_too_big',
      'too_deep',
      'nul_character',
      'lone_surrogate',
    ]);
  });

  it('names a NUL that stands there as such', async () => {
    const items = await read('["a\0b", 1]', ['[]']);
    expect(values(items)).toEqual([1]);
    expect(problems(items)).toEqual([['nul_character', 1]]);
  });

  it('tells a wrong shape and what stands after the end', async () => {
    expect(problems(await read('"word"', ['[]']))).toEqual([['wrong_shape', 1]]);
    expect(problems(await read('12', ['[]']))).toEqual([['wrong_shape', 1]]);
    expect(problems(await read('{"threads":[4]}', ['threads[].comments[]']))).toEqual([['wrong_shape', 1]]);
    expect(problems(await read('[1]\n]] and more', ['[]']))).toEqual([['not_json', 2]]);
  });

  it('reads UTF-16 and old Windows text, and refuses a broken element in a UTF-8 file', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('["é"]', 'utf16le')]);
    expect(values(await read(utf16, ['[]'], { chunk: 1 }))).toEqual(['é']);
    expect(values(await read(Buffer.from('["caf\xe9 noir"]', 'latin1'), ['[]']))).toEqual(['café noir']);
    const mixed = Buffer.concat([Buffer.from('["é",'), Buffer.from([0x22, 0x61, 0xe9, 0x62, 0x22]), Buffer.from(']')]);
    expect(problems(await read(mixed, ['[]']))).toEqual([['not_text', 1]]);
  });

  it('reads back any array whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (array, chunk, spaced) => {
          const items = await read(JSON.stringify(array, null, spaced ? 2 : 0), ['[]'], { chunk });
          const refused = problems(items).length;
          if (refused === 0) expect(values(items)).toEqual(JSON.parse(JSON.stringify(array)));
          else expect(values(items).length + refused).toBe(array.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws and stays whole on any bytes', async () => {
    const bytes = fc.array(fc.constantFrom(...utf8.encode('[]{}",:\\ a1\n'), 0xe9, 0x00), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (array, chunk) => {
        const small = await read(Uint8Array.from(array), ['[]', 'a[].1[]'], { chunk });
        const whole = await read(Uint8Array.from(array), ['[]', 'a[].1[]']);
        expect(values(small)).toEqual(values(whole));
      }),
      { numRuns: 2000 },
    );
  });
});
