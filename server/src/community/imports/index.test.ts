import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlacesView } from '#community/places/wire.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import { bringExport, factsAsText, finished, openImports, sendExport } from '../../../../tools/testing/imports.ts';
import type { Inspection, ProblemsView, RunsView, RunView } from './wire.ts';

interface Line {
  readonly room?: string;
  readonly at?: string;
  readonly by?: string;
  readonly id: string;
  readonly text: string;
}

const hex = (text: string): string => Buffer.from(text).toString('hex').padStart(24, '0').slice(-24);

/** A room of a chat, in the form chats of that kind are archived in. */
function room(lines: readonly Line[]): Buffer {
  const rows = lines.map(({ room: name = 'ponts/accueil', at = '2026-01-05T10:00:00.000Z', by = 'ada', id, text }) =>
    [hex('room'), name, at, hex(by), by, hex(id), `"${text.replaceAll('"', '""')}"`].join('\t'),
  );
  return Buffer.from(`${rows.join('\n')}\n`);
}

const HELLO = room([
  { id: 'm1', text: 'Bonjour à tous, où trouver le plan du vieux pont ?' },
  {
    id: 'm2',
    by: 'basile',
    at: '2026-01-05T11:00:00.000Z',
    text: 'Il est dans les archives, rayon des ouvrages en pierre.',
  },
]);

describe('an export', () => {
  it('comes in by the door: sent, recognised, read, and counted in its place', async () => {
    await using home = await openImports();
    await home.startJobs();
    const run = await bringExport(home, {
      name: 'accueil.tsv',
      bytes: HELLO,
      place: { name: 'Salon', language: 'fr' },
    });
    expect(run).toMatchObject({ state: 'done', refusal: null, connector: 'gitter-tsv' });
    expect(run.counts).toMatchObject({ added: 5, changed: 0, refused: 0 });
    const { items } = (await home.browser.must('GET', '/api/v1/places')) as PlacesView;
    expect(items).toMatchObject([
      {
        name: 'Salon',
        channels: 1,
        members: 2,
        messages: 2,
        threads: 0,
        newest: { at: '2026-01-05T11:00:00.000Z' },
        state: 'connected',
      },
    ]);
    expect(items[0]?.missing).toContain('reactions');
    expect(await readdir(join(home.dataFolder, 'uploads'))).toEqual([]);
  });

  it('brought a second time writes no row', async () => {
    await using home = await openImports();
    await home.startJobs();
    const first = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO });
    const before = await factsAsText(home, 'writing');
    const second = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { id: first.place.id } });
    expect(second.counts).toMatchObject({ read: 5, added: 0, changed: 0, unchanged: 5 });
    expect(await factsAsText(home, 'writing')).toBe(before);
  });

  it('that overlaps another is merged with it, the newer copy of a message winning, in any order', async () => {
    const old = room([
      { id: 'm1', text: 'Le pont ouvre à huit heures.' },
      { id: 'm2', text: 'Merci.' },
    ]);
    const newer = room([
      { id: 'm1', at: '2026-01-05T10:00:01.000Z', text: 'Le pont ouvre à neuf heures.' },
      { id: 'm3', text: 'À demain.' },
    ]);
    for (const order of [
      [old, newer],
      [newer, old],
    ]) {
      await using home = await openImports();
      await home.startJobs();
      let place: object = { name: 'Salon' };
      for (const bytes of order)
        place = { id: (await bringExport(home, { name: 'accueil.tsv', bytes, place })).place.id };
      const text = await factsAsText(home, 'content');
      expect(
        [...text.matchAll(/"text": "([^"]*)", "opens"/g)]
          .map((found) => found[1] ?? '')
          .toSorted((a, b) => a.localeCompare(b)),
      ).toEqual(['Le pont ouvre à neuf heures.', 'Merci.', 'À demain.']);
      expect(text).not.toContain('huit heures');
    }
  });

  it('cut in the middle keeps what was read and says where it broke', async () => {
    await using home = await openImports();
    await home.startJobs();
    const run = await bringExport(home, { name: 'accueil.tsv', bytes: HELLO.subarray(0, -30) });
    expect(run.state).toBe('cut_short');
    expect(run.refusal).toMatchObject({ code: 'import/cut_short' });
    expect(run.refusal?.detail).toContain('accueil.tsv');
    expect(run.counts.added).toBeGreaterThan(0);
    const problems = (await home.browser.must('GET', `/api/v1/imports/${run.id}/problems`)) as ProblemsView;
    expect(problems).toMatchObject({
      total: 1,
      items: [{ number: 1, code: 'cut_short', detail: 'Le fichier s’arrête au milieu.' }],
    });
    const csv = await home.browser.call('GET', `/api/v1/imports/${run.id}/problems/export`);
    expect(csv.text).toContain('fichier;ligne;code;raison;extrait');
    expect(csv.text).toContain('cut_short');
  });

  it('with rows that cannot be read tells each of them and keeps the rest', async () => {
    await using home = await openImports();
    await home.startJobs();
    const bytes = Buffer.concat([
      room([
        { id: 'm1', text: 'Bien.' },
        { id: 'm2', at: 'hier', text: 'Mal daté.' },
      ]),
      Buffer.from('trop\tpeu\n'),
    ]);
    const run = await bringExport(home, { name: 'accueil.tsv', bytes });
    expect(run).toMatchObject({ state: 'done', counts: { added: 3, refused: 2 } });
    const { items } = (await home.browser.must('GET', `/api/v1/imports/${run.id}/problems`)) as ProblemsView;
    expect(items.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 2, code: 'bad_date' },
      { line: 3, code: 'wrong_shape' },
    ]);
  });

  it('of a table is mapped as guessed, and refused when a required column is missing', async () => {
    await using home = await openImports();
    await home.startJobs();
    const bytes = Buffer.from(
      'auteur,date,message,fil\nAda,2026-01-05T10:00:00Z,Bonjour,1\nBasile,2026-01-05T11:00:00Z,Salut,1\n',
    );
    const run = await sendExport(home.browser, { name: 'messages.csv', bytes });
    const found = (await home.browser.must('POST', `/api/v1/imports/${run.id}/inspect`)) as Inspection;
    expect(found.candidates[0]?.connector).toBe('table');
    expect(found.preview?.columns).toEqual(['auteur', 'date', 'message', 'fil']);
    const refused = await home.browser.call('POST', `/api/v1/imports/${run.id}/start`, {
      connector: 'table',
      options: {},
    });
    expect(refused).toMatchObject({ status: 422, json: { code: 'import/mapping_incomplete' } });
    await home.browser.must('POST', `/api/v1/imports/${run.id}/start`, {
      connector: 'table',
      options: found.preview?.guess,
    });
    expect(await finished(home, run.id)).toMatchObject({ state: 'done', counts: { refused: 0 } });
    const { items } = (await home.browser.must('GET', '/api/v1/places')) as PlacesView;
    expect(items).toMatchObject([{ messages: 2, members: 2 }]);
  });
});

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

  it('that nothing recognises says so in clear words, and can be forgotten with the place made for it', async () => {
    await using home = await openImports();
    const run = await sendExport(home.browser, { name: 'photo.bin', bytes: Buffer.from([1, 2, 3, 0, 255]) });
    const reply = await home.browser.call('POST', `/api/v1/imports/${run.id}/inspect`);
    expect(reply).toMatchObject({ status: 422, json: { code: 'import/not_recognised' } });
    expect(reply.text).toContain('une ligne par message');
    await home.browser.must('DELETE', `/api/v1/imports/${run.id}`);
    expect(await home.browser.must('GET', '/api/v1/places')).toMatchObject({ items: [] });
    expect(await home.browser.must('GET', '/api/v1/imports')).toEqual({ items: [] });
    expect(await readdir(join(home.dataFolder, 'uploads'))).toEqual([]);
  });

  it('of a hostile or damaged archive is refused with its code, and nothing is written', async () => {
    await using home = await openImports();
    const damaged = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), Buffer.alloc(50, 7)]);
    const run = await sendExport(home.browser, { name: 'abîmé.gz', bytes: damaged });
    const reply = await home.browser.call('POST', `/api/v1/imports/${run.id}/inspect`);
    expect(reply).toMatchObject({ status: 422, json: { code: 'archive/damaged' } });
    expect(await home.browser.must('GET', `/api/v1/imports/${run.id}`)).toMatchObject({
      state: 'failed',
      refusal: { code: 'archive/damaged' },
    });
    expect(await factsAsText(home, 'content')).toBe('');
    expect(await readdir(join(home.dataFolder, 'uploads'))).toEqual([]);
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

it('folders of uploads stay apart from one another', async () => {
  await using home = await openImports();
  await home.startJobs();
  await mkdir(join(home.dataFolder, 'uploads'), { recursive: true });
  const [one, two] = await Promise.all(
    ['Salon', 'Forum'].map((name) => bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name } })),
  );
  expect([one?.counts.added, two?.counts.added]).toEqual([5, 5]);
});
