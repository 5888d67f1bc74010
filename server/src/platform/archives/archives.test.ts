import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import type { Header } from 'tar-stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openExport } from './index.ts';
import type { Limits, OpenExport, Opening } from './index.ts';

type Content = string | Buffer;
interface ZipEntry {
  readonly name: string;
  readonly content?: Content;
  readonly stored?: boolean;
  readonly attributes?: number;
  readonly flags?: number;
  readonly claimed?: number;
  readonly sum?: number;
}

/** A zip written by hand, so that it can lie. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const body = entry.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.flags ?? 0), 2);
    common.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(entry.sum ?? crc32(content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(entry.claimed ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.concat([Buffer.from('PK\x03\x04'), common, name, body]));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.attributes ?? 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, tail, name]));
    offset += 30 + name.length + body.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

async function tarOf(
  entries: readonly (Partial<Header> & { readonly name: string; readonly content?: Content })[],
): Promise<Buffer> {
  const packing = pack();
  for (const { content, ...header } of entries) packing.entry(header, Buffer.from(content ?? ''));
  packing.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of packing) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

let home: string;
let spool: string;
let count = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'archives-'));
});
afterAll(() => rm(home, { recursive: true }));
beforeEach(() => {
  count += 1;
  spool = join(home, `spool-${count}`);
});

async function place(bytes: Content): Promise<string> {
  const path = join(home, `export-${count}.bin`);
  await writeFile(path, bytes);
  return path;
}

async function opened(path: string, opening: Partial<Opening> = {}): Promise<OpenExport> {
  const result = await openExport(path, { spool, ...opening });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function contents(found: OpenExport): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const { path, size } of found.files) {
    const bytes = await buffer(found.open(path).bytes());
    expect(bytes.length).toBe(size);
    read[path] = bytes.toString();
  }
  return read;
}

async function refusal(bytes: Content, limits: Partial<Limits> = {}): Promise<string> {
  const result = await openExport(await place(bytes), { spool, limits });
  expect(await readdir(spool).catch(() => [])).toEqual([]);
  return result.ok ? 'opened' : result.refusal.code;
}

const FILES = { 'a/one.json': '[1]', 'two.json': '{"é":2}' };
const ENTRIES = Object.entries(FILES).map(([name, content]) => ({ name, content }));

describe('openExport', () => {
  it('reads zip, tar, tar.gz, gz and bare files, told apart by their bytes', async () => {
    const tar = await tarOf(ENTRIES);
    expect(await contents(await opened(await place(zipOf(ENTRIES))))).toEqual(FILES);
    expect(await contents(await opened(await place(tar)))).toEqual(FILES);
    expect(await contents(await opened(await place(gzipSync(tar))))).toEqual(FILES);
    const name = `export-${count}.bin`;
    expect(await contents(await opened(await place(gzipSync('[1]'))))).toEqual({ [name]: '[1]' });
    expect(await contents(await opened(await place('[1]')))).toEqual({ [name]: '[1]' });
    expect((await opened(await place('[1]'))).head(name)).toBe('[1]');
  });

  it('reads large entries of a zip as a stream, and checks their sum and size', async () => {
    const large = randomBytes(900_000);
    const kept = async (entry: Partial<ZipEntry>) => {
      const path = await place(zipOf([{ name: 'large', content: large, ...entry }, ...ENTRIES]));
      const result = await openExport(path, { spool });
      return result.ok ? (await buffer(result.value.open('large').bytes())).equals(large) : result.refusal.code;
    };
    expect(await kept({})).toBe(true);
    expect(await kept({ stored: true })).toBe(true);
    expect(await kept({ sum: 1 })).toBe('archive/damaged');
    expect(await kept({ claimed: 800_000 })).toBe('archive/damaged');
  });

  it('reads a folder in place, unpacks what is packed in it, and leaves junk', async () => {
    const folder = join(home, 'folder');
    await mkdir(join(folder, '.git'), { recursive: true });
    await mkdir(join(folder, '__MACOSX'));
    await writeFile(join(folder, 'b.json.gz'), gzipSync('[2]'));
    await writeFile(join(folder, 'b.json'), '[3]');
    await writeFile(join(folder, '.23topic.json'), '[4]');
    await writeFile(join(folder, 'run.tar.gz'), gzipSync(await tarOf(ENTRIES)));
    for (const junk of ['.DS_Store', '.git/config', '__MACOSX/x']) await writeFile(join(folder, junk), 'junk');
    expect(await contents(await opened(folder))).toEqual({
      '.23topic.json': '[4]',
      'b.json': '[3]',
      'b.json (2)': '[2]',
      'run/a/one.json': '[1]',
      'run/two.json': '{"é":2}',
    });
  });

  it('inflates single files inside archives and leaves archives inside archives closed', async () => {
    const inner = zipOf(ENTRIES);
    const mixed = [
      { name: 'x.json.gz', content: gzipSync('[1]') },
      { name: 'image.zip', content: inner },
      { name: 'y.json', content: '[2]' },
    ];
    expect(await contents(await opened(await place(zipOf(mixed))))).toEqual({ 'x.json': '[1]', 'y.json': '[2]' });
    expect(await contents(await opened(await place(await tarOf(mixed))))).toEqual({ 'x.json': '[1]', 'y.json': '[2]' });
  });

  it('uses a finished spool again, and not one of another file', async () => {
    const path = await place(zipOf(ENTRIES));
    await opened(path);
    let told = 0;
    await opened(path, { progress: () => (told += 1) });
    expect(told).toBe(0);
    await utimes(path, 1, 1);
    await opened(path, { progress: () => (told += 1) });
    expect(told).toBeGreaterThan(0);
  });

  it('begins again where a killed process left half a spool, or a spoilt one', async () => {
    const path = await place(zipOf(ENTRIES));
    await mkdir(spool);
    await writeFile(join(spool, 'data'), 'half');
    expect(await contents(await opened(path))).toEqual(FILES);
    await writeFile(join(spool, 'data'), 'half');
    expect(await contents(await opened(path))).toEqual(FILES);
    await writeFile(join(spool, 'index.json'), '{');
    expect(await contents(await opened(path))).toEqual(FILES);
  });

  it('tells its progress and can be cancelled', async () => {
    const path = await place(gzipSync(await tarOf([{ name: 'big', content: randomBytes(3 * 1024 * 1024) }])));
    const steps: number[] = [];
    await opened(path, { progress: ({ readBytes, totalBytes }) => steps.push(readBytes / totalBytes) });
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.at(-1)).toBe(1);
    const stop = new AbortController();
    const result = await openExport(path, { spool: `${spool}-c`, signal: stop.signal, progress: () => stop.abort() });
    expect(result).toEqual({ ok: false, refusal: { code: 'archive/cancelled' } });
    expect(await readdir(`${spool}-c`)).toEqual([]);
  });
});

describe('refusals keep nothing', () => {
  it.each(['../x', 'a/../../x', '/etc/x', 'C:\\x', 'C:x', '..\\x', 'a\0b', `${'x'.repeat(2000)}`])(
    'a name outside: %j',
    async (name) => {
      expect(await refusal(zipOf([...ENTRIES, { name, content: 'x' }]))).toBe('archive/path_outside');
      if (name.includes('\0')) return;
      expect(await refusal(gzipSync(await tarOf([...ENTRIES, { name, content: 'x' }])))).toBe('archive/path_outside');
    },
  );

  it('links and devices', async () => {
    for (const type of ['symlink', 'link', 'character-device', 'block-device', 'fifo'] as const) {
      expect(await refusal(await tarOf([...ENTRIES, { name: 'l', type, linkname: '/etc/passwd' }]))).toBe(
        'archive/link',
      );
    }
    expect(await refusal(zipOf([{ name: 'l', content: '/etc', attributes: (0o120777 << 16) >>> 0 }]))).toBe(
      'archive/link',
    );
    const folder = join(home, 'linked');
    await mkdir(folder);
    await symlink('/etc/passwd', join(folder, 'l'));
    expect(await openExport(folder, { spool })).toMatchObject({ refusal: { code: 'archive/link' } });
  });

  it('too big, too many, too dense', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);
    expect(await refusal(zipOf([{ name: 'x', content: zeros }]), { totalBytes: 1024 * 1024 })).toBe('archive/too_big');
    expect(await refusal(gzipSync(zeros), { fileBytes: 1024 * 1024 })).toBe('archive/too_big');
    expect(await refusal(zipOf([{ name: 'x', content: zeros }]))).toBe('archive/ratio');
    expect(await refusal(gzipSync(await tarOf([{ name: 'x', content: zeros }])), { ratio: 100 })).toBe('archive/ratio');
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `f${at}`, content: 'x' }));
    expect(await refusal(zipOf(many), { entries: 10 })).toBe('archive/too_many_entries');
    expect(await refusal(await tarOf(many), { entries: 10 })).toBe('archive/too_many_entries');
  });

  it('damage, lies, passwords, foreign formats, only archives, nothing', async () => {
    const zip = zipOf(ENTRIES);
    const tarGz = gzipSync(await tarOf([{ name: 'x', content: randomBytes(300_000) }]));
    expect(await refusal(zip.subarray(0, zip.length - 30))).toBe('archive/damaged');
    expect(await refusal(tarGz.subarray(0, 200_000))).toBe('archive/damaged');
    expect(await refusal((await tarOf(ENTRIES)).subarray(0, 515))).toBe('archive/damaged');
    expect(await refusal(zipOf([{ name: 'x', content: 'x'.repeat(5000), claimed: 10 }]))).toBe('archive/damaged');
    expect(await refusal(zipOf([{ name: 'x', content: 'abc', sum: 7 }]))).toBe('archive/damaged');
    expect(await refusal(zipOf([{ name: 'x', content: 'abc', flags: 1 }]))).toBe('archive/encrypted');
    expect(await refusal(Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]))).toBe('archive/unsupported');
    expect(await refusal(zipOf([{ name: 'x.zip', content: zip }]))).toBe('archive/nested');
    expect(await refusal(gzipSync(tarGz))).toBe('archive/nested');
    expect(await refusal(zipOf([]))).toBe('archive/empty');
    expect(await openExport(join(home, 'nowhere'), { spool })).toMatchObject({ refusal: { code: 'archive/missing' } });
  });

  it('never throws on flipped bytes, and whatever it opens it can read', async () => {
    const sources = [zipOf(ENTRIES), gzipSync(await tarOf(ENTRIES)), await tarOf(ENTRIES)];
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), flips, fc.option(fc.nat()), async (source, changes, cut) => {
        const bytes = Buffer.from(source);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const path = await place(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
        const result = await openExport(path, { spool, limits: { totalBytes: 10_000_000 } });
        if (result.ok) await contents(result.value);
      }),
      { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 400) },
    );
  });
});
