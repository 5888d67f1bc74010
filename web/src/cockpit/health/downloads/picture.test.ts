import { expect, test } from 'vitest';
import { heightOfPicture, pictureOf } from './picture.ts';
import type { Picture } from './picture.ts';

const COLOURS = {
  card: '#fff',
  ink: '#111',
  soft: '#555',
  line: '#ddd',
  edge: '#777',
  accent: '#0b5d7a',
  wash: '#e3f0f5',
};

const PICTURE: Picture = {
  title: 'Membres actifs',
  below: 'Du 1er janv. au 21 janv., par semaine',
  source: 'Passerelle · lu le 22 janv.',
  places: ['1er janv.', '8 janv.', '15 janv.'],
  values: [10, undefined, 30],
  partly: [false, false, true],
  low: [5, undefined, 20],
  high: [15, undefined, 40],
  marks: [{ at: 2, number: 1 }],
  notes: ['1 · 16 janv. · Foire <aux> questions & réponses'],
  show: String,
  ticks: 'number',
};

test('a picture stands by itself: title, period, levels, places, notes and source are in it', () => {
  const drawn = pictureOf(PICTURE, COLOURS);
  for (const text of ['Membres actifs', 'par semaine', 'lu le 22 janv.', '>40<', '>0<', '8 janv.', '15 janv.'])
    expect(drawn).toContain(text);
});

test('no element says one thing twice: a browser would refuse the whole picture', () => {
  for (const [element] of pictureOf(PICTURE, COLOURS).matchAll(/<[a-z][^>]*>/gu)) {
    const names = [...element.matchAll(/\s([a-z-]+)="/giu)].map(([, name]) => name);
    expect([element, new Set(names).size]).toEqual([element, names.length]);
  }
});

test('what people wrote cannot leave the words it stands in', () => {
  const drawn = pictureOf(PICTURE, COLOURS);
  expect(drawn).toContain('Foire &lt;aux&gt; questions &amp; réponses');
  expect(drawn).not.toContain('<aux>');
});

test('it is as high as its notes want, up to twelve of them', () => {
  const notes = Array.from({ length: 40 }, (_, n) => String(n));
  expect(heightOfPicture({ ...PICTURE, notes }) - heightOfPicture({ ...PICTURE, notes: [] })).toBe(12 * 24);
});
