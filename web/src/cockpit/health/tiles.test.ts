import { expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

test('a matter without its figures has no tile, and no figure stands twice in one', () => {
  const tiles = tilesOf({
    items: [{ id: 'active_members' }, { id: 'stickiness' }, { id: 'top1_share' }, { id: 'gini' }],
  });
  expect(tiles).toEqual([
    { word: 'health.matter.activity', lead: 'active_members', beside: 'stickiness' },
    { word: 'health.matter.dependence', lead: 'top1_share', beside: 'gini' },
  ]);
});
