import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Header } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import type { AuditPage } from '#workspace/audit/wire.ts';
import {
  bringExport,
  factsAsText,
  finished,
  HELLO,
  openImports,
  sendExport,
} from '../../../../tools/testing/imports.ts';
import type { ImportHouse } from '../../../../tools/testing/imports.ts';
import type { RunsView, RunView } from './wire.ts';

async function tarOf(header: Partial<Header> & { readonly name: string }): Promise<Buffer> {
  const tar = pack();
  tar.entry(header, header.type === 'symlink' ? '' : 'x');
  tar.finalize();
  return gzipSync(await buffer(tar));
}

/** No place, no run, no file: as if nothing had been sent. */
async function expectNothing({ browser, dataFolder }: ImportHouse): Promise<void> {
  expect(await browser.must('GET', '/api/v1/places')).toMatchObject({ items: [] });
  expect(await browser.must('GET', '/api/v1/imports')).toEqual({ items: [] });
  expect(await readdir(join(dataFolder, 'uploads'))).toEqual([]);
}

describe('an upload', () => {
  it('goes on where it stopped, and refuses a piece that starts elsewhere', async () => {
    await using home = await openImports();
    const { browser } = home;
    const run = (await browser.must('POST', '/api/v1/imports', {
      place: { name: 'Salon' },
      fileName: 'a.tsv',
      bytes: HELLO.length,
    })) as RunView;
    expect(run).toMatchObject({
      state: 'uploading',
      bytes: { total: HELLO.length, done: 0 },
      can: { start: false, cancel: true, remove: true },
    });
    const url = `/api/v1/imports/${run.id}/content?offset=`;
    expect(await browser.must('PUT', `${url}0`, HELLO.subarray(0, 100))).toEqual({ received: 100 });
    expect(await browser.call('PUT', `${url}50`, HELLO.subarray(50))).toMatchObject({
      status: 409,
      json: { code: 'upload/wrong_offset', details: { received: 100 } },
    });
    expect(await browser.call('POST', `/api/v1/imports/${run.id}/inspect`)).toMatchObject({
      status: 409,
      json: { code: 'import/incomplete' },
    });
    expect(await browser.must('GET', `/api/v1/imports/${run.id}`)).toMatchObject({ bytes: { done: 100 } });
    expect(await browser.must('PUT', `${url}100`, HELLO.subarray(100))).toEqual({ received: HELLO.length });
    expect(await browser.call('PUT', `${url}${HELLO.length}`, Buffer.from('x'))).toMatchObject({
      status: 413,
      json: { code: 'upload/too_big' },
    });
    expect(await browser.must('POST', `/api/v1/imports/${run.id}/inspect`)).toMatchObject({
      candidates: [{ connector: 'gitter-tsv', certainty: 1 }, { connector: 'table' }],
      files: 1,
    });
  });

  it('that nothing recognises says so in clear words, and goes with the place made for it', async () => {
    await using home = await openImports();
    const run = await sendExport(home.browser, { name: 'photo.bin', bytes: Buffer.from([1, 2, 3, 0, 255]) });
    const reply = await home.browser.call('POST', `/api/v1/imports/${run.id}/inspect`);
    expect(reply).toMatchObject({ status: 422, json: { code: 'import/not_recognised' } });
    expect(reply.text).toContain('une ligne par message');
    await expectNothing(home);
    const record = (await home.browser.must('GET', '/api/v1/audit')) as AuditPage;
    expect(record.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['place.added', 'import.refused', 'place.taken_back']),
    );
  });

  it.each(['DELETE', 'cancel'])('given up before it began goes with the place made for it: %s', async (how) => {
    await using home = await openImports();
    const run = await sendExport(home.browser, { name: 'a.tsv', bytes: HELLO, place: { name: 'Salon' } });
    if (how === 'DELETE') await home.browser.must('DELETE', `/api/v1/imports/${run.id}`);
    else
      expect(await home.browser.must('POST', `/api/v1/imports/${run.id}/cancel`)).toMatchObject({ state: 'cancelled' });
    await expectNothing(home);
  });

  it('that is refused leaves alone a place into which something else came, and says so on its run', async () => {
    await using home = await openImports();
    await home.startJobs();
    const { place } = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO });
    const bytes = Buffer.from([1, 2, 3, 0, 255]);
    const run = await sendExport(home.browser, { name: 'photo.bin', bytes, place: { id: place.id } });
    await home.browser.call('POST', `/api/v1/imports/${run.id}/inspect`);
    expect(await home.browser.must('GET', `/api/v1/imports/${run.id}`)).toMatchObject({
      state: 'failed',
      refusal: { code: 'import/not_recognised' },
    });
    expect(await home.browser.must('GET', '/api/v1/places/counts')).toMatchObject({
      items: [{ placeId: place.id, messages: 2 }],
    });
  });

  it('of which no row can be read leaves a place that may still become another kind, under the same name', async () => {
    await using home = await openImports();
    await home.startJobs();
    const sent = await sendExport(home.browser, {
      name: 'messages.csv',
      bytes: Buffer.from('auteur,date,message\nAda,un jour,Bonjour\nBasile,un autre,Salut\n'),
      place: { name: 'Salon' },
    });
    const options = { author: 'auteur', date: 'date', text: 'message' };
    await home.browser.must('POST', `/api/v1/imports/${sent.id}/start`, { connector: 'table', options });
    const bad = await finished(home, sent.id);
    expect(bad).toMatchObject({ state: 'failed', counts: { read: 0, refused: 2 } });
    const good = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name: 'Salon' } });
    expect(good).toMatchObject({ state: 'done', connector: 'gitter-tsv', place: { id: bad.place.id } });
  });

  it.each([
    [
      'damaged',
      async () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), Buffer.alloc(50, 7)]),
      'archive/damaged',
    ],
    ['with a path that leads outside', () => tarOf({ name: '../accueil.tsv' }), 'archive/path_outside'],
    ['with a link', () => tarOf({ name: 'accueil.tsv', type: 'symlink', linkname: '/etc/passwd' }), 'archive/link'],
    ['that grows beyond measure', async () => gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 }), 'archive/ratio'],
  ] as const)('of an archive %s is refused with its code, and nothing is written', async (_name, bytesOf, code) => {
    await using home = await openImports();
    const run = await sendExport(home.browser, { name: 'archive.tar.gz', bytes: await bytesOf() });
    const reply = await home.browser.call('POST', `/api/v1/imports/${run.id}/inspect`);
    expect(reply).toMatchObject({ status: 422, json: { code } });
    expect(await factsAsText(home, 'content')).toBe('');
    await expectNothing(home);
  });

  it('is listed latest first, page by page', async () => {
    await using home = await openImports();
    const ids: string[] = [];
    for (const name of ['un', 'deux', 'trois']) {
      home.house.clock.advance(1000);
      ids.unshift((await sendExport(home.browser, { name: `${name}.tsv`, bytes: HELLO })).id);
    }
    const first = (await home.browser.must('GET', '/api/v1/imports?limit=2')) as RunsView;
    const rest = (await home.browser.must(
      'GET',
      `/api/v1/imports?limit=2&after=${encodeURIComponent(first.next ?? '')}`,
    )) as RunsView;
    expect([...first.items, ...rest.items].map((run) => run.id)).toEqual(ids);
    expect(rest.next).toBeUndefined();
  });
});
