import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openUploads } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'passerelle-uploads-'));
const uploads = openUploads({ folder, chunkBytes: 8 });
const file = (id: string) => ({ id, fileName: `../${id}.json.gz` });
afterAll(() => rm(folder, { recursive: true }));

function bodyOf(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}

function brokenAfter(piece: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) throw new Error('connection lost');
      sent = true;
      controller.enqueue(new TextEncoder().encode(piece));
    },
  });
}

describe('uploads', () => {
  it('grow chunk by chunk', async () => {
    expect(await uploads.append(file('a'), { offset: 0, total: 10, body: bodyOf('bonj', 'our') })).toEqual({
      ok: true,
      value: { received: 7 },
    });
    expect(await uploads.append(file('a'), { offset: 7, total: 10, body: bodyOf(' !!') })).toEqual({
      ok: true,
      value: { received: 10 },
    });
    expect(await readFile(uploads.pathOf(file('a')), 'utf8')).toBe('bonjour !!');
  });

  it('say where to go on when a chunk does not start where the file ends', async () => {
    const answer = await uploads.append(file('a'), { offset: 3, total: 10, body: bodyOf('x') });
    expect(answer).toEqual({ ok: false, refusal: { code: 'upload/wrong_offset', details: { received: 10 } } });
  });

  it('keep what came before a connection broke', async () => {
    await expect(uploads.append(file('b'), { offset: 0, total: 10, body: brokenAfter('abc') })).rejects.toThrow(
      'connection lost',
    );
    expect(await uploads.received(file('b'))).toBe(3);
    await uploads.append(file('b'), { offset: 3, total: 10, body: bodyOf('def') });
    expect(await readFile(uploads.pathOf(file('b')), 'utf8')).toBe('abcdef');
  });

  it('take neither a chunk above the limit nor a byte above the announced size, and leave no trace of either', async () => {
    expect(await uploads.append(file('c'), { offset: 0, total: 100, body: bodyOf('12345678', '9') })).toMatchObject({
      refusal: { code: 'upload/too_big' },
    });
    expect(await uploads.received(file('c'))).toBe(0);
    expect(await uploads.append(file('c'), { offset: 0, total: 3, body: bodyOf('1234') })).toMatchObject({
      refusal: { code: 'upload/too_big' },
    });
    expect(await uploads.received(file('c'))).toBe(0);
  });

  it('take one chunk at a time', async () => {
    let finish = (): void => undefined;
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('slow'));
        finish = () => controller.close();
      },
    });
    const first = uploads.append(file('d'), { offset: 0, total: 8, body: slow });
    expect(await uploads.append(file('d'), { offset: 0, total: 8, body: bodyOf('x') })).toMatchObject({
      refusal: { code: 'upload/busy' },
    });
    finish();
    expect(await first).toEqual({ ok: true, value: { received: 4 } });
  });

  it('keep the end of their name, and stay in their folder whatever it is', () => {
    const names = ['../../etc/passwd', '.bashrc', '..', 'a\0b.zip', `${'é'.repeat(300)}.tar.gz`, 'Été 2026 (1).json'];
    const paths = names.map((fileName) => uploads.pathOf({ id: 'e', fileName }));
    for (const path of paths) expect(dirname(path)).toBe(join(folder, 'e', 'file'));
    expect(paths.map((path) => basename(path).slice(-8))).toEqual([
      'c_passwd',
      '_bashrc',
      '_',
      'a_b.zip',
      'é.tar.gz',
      '_1_.json',
    ]);
  });

  it('are forgotten whole', async () => {
    await uploads.discard('a');
    expect(await uploads.received(file('a'))).toBe(0);
    expect(await uploads.fits(1)).toBe(true);
    expect(await uploads.fits(Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
