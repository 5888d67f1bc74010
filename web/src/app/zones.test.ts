import { expect, test } from 'vitest';
import { zoneChoices } from './zones.ts';

test('the zone in use is always among the choices, once', () => {
  for (const used of ['UTC', 'Asia/Calcutta', 'Europe/Paris'])
    expect(zoneChoices(used).filter(({ value }) => value === used)).toHaveLength(1);
});
