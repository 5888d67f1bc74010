import { expect, test } from 'vitest';
import { askingOf } from './rules.ts';

const vision = {
  number: 2,
  text: 'Pour que chacun roule',
  writtenBy: 'x',
  writtenAt: new Date('2026-01-10T23:30:00Z'),
};
const yes = (number: number, at: string) => ({ number, by: 'y', at: new Date(at) });
const ask = (said: readonly ReturnType<typeof yes>[], today: string) =>
  askingOf(vision, said, { today, zone: 'Europe/Paris' });

test('a version nobody confirmed is asked for from the day it was written, by the zone of the workspace', () => {
  expect(ask([], '2026-01-11')).toEqual({ isDue: true, on: '2026-01-11' });
  expect(ask([yes(1, '2026-01-09T10:00:00Z')], '2026-01-11')).toEqual({ isDue: true, on: '2026-01-11' });
});

test('a confirmed one is asked for again half a year after it was last confirmed', () => {
  const said = [yes(2, '2026-01-12T10:00:00Z'), yes(2, '2026-02-01T10:00:00Z')];
  expect(ask(said, '2026-08-02')).toEqual({ isDue: false, on: '2026-08-03' });
  expect(ask(said, '2026-08-03')).toEqual({ isDue: true, on: '2026-08-03' });
});
