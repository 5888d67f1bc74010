import { describe, expect, it } from 'vitest';
import type { Inspection } from '#community/imports/wire.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import { bringExport, HELLO, openImports, sendExport } from '../../../../tools/testing/imports.ts';
import type { PlacesCounts, PlacesView } from './wire.ts';

describe('a place', () => {
  it('takes exports of one kind only', async () => {
    await using home = await openImports();
    await home.startJobs();
    const { place } = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO });
    const run = await sendExport(home.browser, {
      name: 'm.csv',
      bytes: Buffer.from('auteur,date,message\nAda,2026-01-05,Salut\n'),
      place: { id: place.id },
    });
    const found = (await home.browser.must('POST', `/api/v1/imports/${run.id}/inspect`)) as Inspection;
    const reply = await home.browser.call('POST', `/api/v1/imports/${run.id}/start`, {
      connector: 'table',
      options: found.preview?.guess,
    });
    expect(reply).toMatchObject({ status: 422, json: { code: 'import/other_connector' } });
  });

  it('is renamed by whoever saw its last version, and no two bear one name', async () => {
    await using home = await openImports();
    const { browser } = home;
    for (const name of ['Salon', 'Forum'])
      await browser.must('POST', '/api/v1/imports', { place: { name }, fileName: 'a', bytes: 1 });
    expect(
      await browser.call('POST', '/api/v1/imports', { place: { name: 'Salon' }, fileName: 'a', bytes: 1 }),
    ).toMatchObject({ status: 409, json: { code: 'place/already_exists' } });
    const { items } = (await browser.must('GET', '/api/v1/places')) as PlacesView;
    const [forum] = items;
    const patch = (body: object) => browser.call('PATCH', `/api/v1/places/${forum?.id}`, body);
    expect(await patch({ version: 9, name: 'Autre' })).toMatchObject({ status: 409, json: { code: 'place/stale' } });
    expect(await patch({ version: 1, name: 'Salon' })).toMatchObject({
      status: 409,
      json: { code: 'place/already_exists' },
    });
    expect(await patch({ version: 1, name: 'Agora', language: 'en' })).toMatchObject({ status: 204 });
    expect(await browser.must('GET', `/api/v1/places/${forum?.id}`)).toMatchObject({
      name: 'Agora',
      language: 'en',
      version: 2,
    });
    const late = await patch({ version: 1, name: 'Place' });
    expect(late).toMatchObject({ status: 409, json: { code: 'place/stale', details: { name: 'Agora' } } });
    expect(late.text).toContain('(Aïcha Benali : le nom et la langue)');
  });

  it('is told with what came from it and from no other', async () => {
    await using home = await openImports();
    await home.startJobs();
    const { place } = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name: 'Salon' } });
    await home.browser.must('POST', '/api/v1/imports', { place: { name: 'Vide' }, fileName: 'a', bytes: 1 });
    const { items } = (await home.browser.must('GET', '/api/v1/places/counts')) as PlacesCounts;
    expect(items).toEqual([
      {
        placeId: place.id,
        channels: 1,
        members: 2,
        threads: 0,
        messages: 2,
        newest: { at: '2026-01-05T11:00:00.000Z' },
      },
      { placeId: expect.any(String), channels: 0, members: 0, threads: 0, messages: 0, newest: null },
    ]);
  });

  it('goes with everything that came from it, once its name is typed', async () => {
    await using home = await openImports();
    await home.startJobs();
    const { place } = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name: 'Salon' } });
    const other = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name: 'Forum' } });
    const url = `/api/v1/places/${place.id}/remove`;
    expect(await home.browser.call('POST', url, { name: 'salon' })).toMatchObject({
      status: 422,
      json: { code: 'place/wrong_name' },
    });
    await home.browser.must('POST', url, { name: 'Salon' });
    const scope = await scopeOf(home.browser);
    const left = () =>
      home.house.database.inScope(scope, (db) => db.tx.selectFrom('message').select('place_id').distinct().execute());
    await expect.poll(left).toEqual([{ place_id: other.place.id }]);
    const members = await home.house.database.inScope(scope, (db) => db.tx.selectFrom('member').select('id').execute());
    expect(members).toHaveLength(2);
  });
});
