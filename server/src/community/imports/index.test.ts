import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlacesView } from '#community/places/wire.ts';
import {
  bringExport,
  chatRoom,
  factsAsText,
  finished,
  HELLO,
  madeRoom,
  openImports,
  sendExport,
} from '../../../../tools/testing/imports.ts';
import type { Inspection, ProblemsView } from './wire.ts';

/** One person in one room who changes name in the middle, so far from the beginning that it is another batch. */
function renamedHalfway(messages: number): Buffer {
  const name = (n: number): string => (n < messages * 0.9 ? 'ada' : 'ada-l');
  const lines = madeRoom(messages).toString().trimEnd().split('\n');
  const room = lines.map((text, n) =>
    text
      .split('\t')
      .map((part, at) => (at === 3 ? '0'.repeat(24) : at === 4 ? name(n) : part))
      .join('\t'),
  );
  return Buffer.from(`${room.join('\n')}\n`);
}

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
    expect(items).toMatchObject([{ name: 'Salon', state: 'connected' }]);
    expect(await home.browser.must('GET', '/api/v1/places/counts')).toMatchObject({
      items: [{ messages: 2, members: 2, channels: 1, threads: 0, newest: { at: '2026-01-05T11:00:00.000Z' } }],
    });
    expect(items[0]?.missing).toContain('reactions');
    await expect.poll(() => readdir(join(home.dataFolder, 'uploads'))).toEqual([]);
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

  it('that holds somebody under two names counts him once, as new', async () => {
    await using home = await openImports();
    await home.startJobs();
    const bytes = renamedHalfway(5000);
    expect(await bringExport(home, { name: 'accueil.tsv', bytes })).toMatchObject({
      counts: { read: 5002, added: 5002, changed: 0, unchanged: 0 },
    });
  });

  it('that overlaps another is merged with it, the newer copy of a message winning, in any order', async () => {
    const old = chatRoom([
      { id: 'm1', text: 'Le pont ouvre à huit heures.' },
      { id: 'm2', text: 'Merci.' },
    ]);
    const newer = chatRoom([
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
      ).toEqual(['À demain.', 'Le pont ouvre à neuf heures.', 'Merci.']);
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
      chatRoom([
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
    const counts = await home.browser.must('GET', '/api/v1/places/counts');
    expect(counts).toMatchObject({ items: [{ messages: 2, members: 2 }] });
  });
});

it('two exports side by side do not touch each other', async () => {
  await using home = await openImports();
  await home.startJobs();
  const [one, two] = await Promise.all(
    ['Salon', 'Forum'].map((name) => bringExport(home, { name: 'accueil.tsv', bytes: HELLO, place: { name } })),
  );
  expect([one?.counts.added, two?.counts.added]).toEqual([5, 5]);
});
