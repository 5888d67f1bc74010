import { afterAll, describe, expect, it } from 'vitest';
import type { PlaceCounts, PlacesCounts, PlacesView } from '#community/places/wire.ts';
import { bringExport, factsAsText, openImports } from '../../../../tools/testing/imports.ts';

const home = await openImports();
await home.startJobs();
afterAll(() => home[Symbol.asyncDispose]());

/** Brings a table into a place and answers what the place says it does not give. */
async function missingAfter(
  text: string,
  place: string | { readonly id: string },
): Promise<PlacesView['items'][number] & Pick<PlaceCounts, 'newest'>> {
  const run = await bringExport(home, {
    name: 'messages.csv',
    bytes: Buffer.from(text),
    place: typeof place === 'string' ? { name: place } : place,
  });
  expect(run).toMatchObject({ state: 'done', counts: { refused: 0 } });
  const { items } = (await home.browser.must('GET', '/api/v1/places')) as PlacesView;
  const found = items.find(({ id }) => id === run.place.id);
  const counts = (await home.browser.must('GET', '/api/v1/places/counts')) as PlacesCounts;
  const counted = counts.items.find(({ placeId }) => placeId === run.place.id);
  if (found === undefined || counted === undefined) throw new Error('the place is not listed');
  return { ...found, newest: counted.newest };
}

const NEVER = ['reactions', 'staff', 'silentMembers'];
const sorted = (missing: readonly string[]): readonly string[] => missing.toSorted((a, b) => a.localeCompare(b));

describe('a place made of a table says what its columns do not give', () => {
  it('days only, nobody answers anybody, people by name', async () => {
    const place = await missingAfter('date,auteur,message\n2026-01-05,Ada,Bonjour\n2026-01-06,Basile,Salut\n', 'Jours');
    expect(sorted(place.missing)).toEqual(
      sorted([...NEVER, 'threads', 'replies', 'hours', 'personIds', 'originalLinks']),
    );
    expect(place.newest).toEqual({ day: '2026-01-06' });
  });

  it('hours, threads, addresses and links give all of that', async () => {
    const rows = ['Ada,ada@exemple.fr,Bonjour,1', 'Basile,basile@exemple.fr,Salut,1'].map(
      (row, n) => `2026-01-05T1${n}:00:00Z,${row},https://exemple.fr/${n}`,
    );
    const text = `date,auteur,courriel,message,fil,lien\n${rows.join('\n')}\n`;
    const place = await missingAfter(text, 'Tout');
    expect(sorted(place.missing)).toEqual(sorted(NEVER));
    expect(place.newest).toEqual({ at: '2026-01-05T11:00:00.000Z' });
    // Known already: nothing is written, the place neither.
    const before = await factsAsText(home, 'writing');
    const again = await missingAfter(text, { id: place.id });
    expect(again).toMatchObject({ missing: place.missing, version: place.version });
    expect(await factsAsText(home, 'writing')).toBe(before);
    // One message without its hour: no hour is invented for it.
    const later = await missingAfter('date,auteur,courriel,message\n2026-01-07,Ada,ada@exemple.fr,Suite\n', {
      id: place.id,
    });
    expect(sorted(later.missing)).toEqual(sorted([...NEVER, 'hours']));
  });

  it('answers named by the message answered are replies, without threads', async () => {
    const text =
      'id,date,auteur,message,répond à\n1,2026-01-05T10:00:00Z,Ada,Qui ?,\n2,2026-01-05T11:00:00Z,Basile,Moi,1\n';
    const place = await missingAfter(text, 'Réponses');
    expect(place.missing).toContain('threads');
    expect(place.missing).not.toContain('replies');
  });
});
