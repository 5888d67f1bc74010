import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badCharacter, clip } from './characters.ts';
import type { ExportFile } from './contract.ts';
import { textLines } from './lines.ts';
import type { TextLine } from './lines.ts';
import { PieceDecoder, decodeText } from './text.ts';

function fileOf(bytes: Uint8Array, size = 5): ExportFile {
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  }
  return { path: 'a.txt', bytes: chunks };
}

async function lines(bytes: Uint8Array, limit?: number, size?: number): Promise<TextLine[]> {
  const read: TextLine[] = [];
  for await (const line of textLines(fileOf(bytes, size), limit)) read.push(line);
  return read;
}

function told(read: readonly TextLine[]): unknown[] {
  return read.map((line) => (line.type === 'line' ? line.text : [line.problem.code, line.problem.line]));
}

describe('decodeText', () => {
  it('recognises UTF-8 with or without mark, UTF-16 with mark, and windows-1252 only when plausible', () => {
    expect(decodeText(Buffer.from('\ufeffété'))).toEqual({ text: 'été', encoding: 'utf-8' });
    expect(decodeText(Buffer.from('été'))).toEqual({ text: 'été', encoding: 'utf-8' });
    expect(decodeText(Buffer.from('\ufeffété', 'utf16le'))).toEqual({ text: 'été', encoding: 'utf-16le' });
    expect(decodeText(Buffer.from('l\x92\xe9t\xe9 est fini', 'latin1'))).toEqual({
      text: 'l’été est fini',
      encoding: 'windows-1252',
    });
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]))).toBeUndefined();
    expect(decodeText(Buffer.from('\xe9\xe8\xea\xeb\xe9\xe8', 'latin1'))).toBeUndefined();
  });

  it('takes a broken piece for damage once the file has shown UTF-8', () => {
    const decoder = new PieceDecoder();
    expect(decoder.decode(Buffer.from('d\xe9j\xe0 vu', 'latin1'))).toBe('déjà vu');
    expect(decoder.decode(Buffer.from('déjà'))).toBe('déjà');
    expect(decoder.decode(Buffer.from('d\xe9j\xe0 vu', 'latin1'))).toBeUndefined();
  });
});

describe('textLines', () => {
  it('splits at line feeds, drops carriage returns, counts from 1', async () => {
    expect(told(await lines(Buffer.from('\ufeffun\r\n\ndeux\nfin')))).toEqual(['un', '', 'deux', 'fin']);
    expect((await lines(Buffer.from('un\ndeux'))).map((line) => line.type === 'line' && line.ended)).toEqual([
      true,
      false,
    ]);
    expect(told(await lines(Buffer.from('\ufeffun\ndeux\n', 'utf16le'), undefined, 1))).toEqual(['un', 'deux']);
  });

  it('refuses a line that is too long, not text, or unstorable, and goes on', async () => {
    const source = Buffer.concat([
      Buffer.from('ok é\n'),
      Buffer.from('x'.repeat(90)),
      Buffer.from('\na\0b\n'),
      Buffer.from([0x61, 0xe9, 0x62, 10]),
      Buffer.from('end'),
    ]);
    expect(told(await lines(source, 40))).toEqual([
      'ok é',
      ['line_too_long', 2],
      ['nul_character', 3],
      ['not_text', 4],
      'end',
    ]);
    expect(told(await lines(source, 40, 1000))).toEqual(told(await lines(source, 40, 1)));
  });

  it('gives back any lines whatever the chunks', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\n\r\0]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (texts, size) => {
        const source = Buffer.from(texts.join('\n') + '\n');
        expect(told(await lines(source, undefined, size))).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('characters', () => {
  it('finds NUL and lone surrogates in values and keys', () => {
    expect(badCharacter({ a: ['x', { b: 'y\0' }] })).toBe('nul_character');
    expect(badCharacter({ '\ud800': 1 })).toBe('lone_surrogate');
    expect(badCharacter(['👍', 1, null])).toBeUndefined();
  });

  it('clips without halving a character', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('ab👍def', 4)).toBe('ab…');
    expect(clip('abc', 3)).toBe('abc');
  });
});
