import { expect, test } from 'vitest';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { csvOf } from './series.ts';

type Points = FigureAnswer['series']['points'];

test('a series as a table keeps the unknown apart from zero', () => {
  const points: Points = [
    { from: '2026-03-02', until: '2026-03-09', value: { state: 'unavailable', reason: 'not_watched' }, partial: true },
    {
      from: '2026-03-09',
      until: '2026-03-16',
      value: { state: 'value', value: 0, interval: { low: 0, high: null }, n: 0, of: 7, sample: 7 },
      partial: false,
    },
    {
      from: '2026-03-16',
      until: '2026-03-18',
      value: { state: 'too_few', n: 1, of: 2, sample: 2, minimum: 20 },
      partial: true,
    },
  ];
  expect(csvOf(points).split('\r\n')).toEqual([
    'from,until,value,low,high,n,of,state,partial',
    '2026-03-02,2026-03-09,,,,,,unavailable,true',
    '2026-03-09,2026-03-16,0,0,,0,7,value,false',
    '2026-03-16,2026-03-18,,,,1,2,too_few,true',
    '',
  ]);
});
