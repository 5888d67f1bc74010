import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one theme, by token name without the dashes. */
function tokensOf(theme: 'light' | 'dark'): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, light, dark] of sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
    found.set(name ?? '', (theme === 'light' ? light : dark) ?? '');
  }
  return found;
}

const grounds = ['paper', 'card', 'sunk'];
const texts = ['ink', 'soft', 'faint', 'cockpit', 'bridge', 'field', 'late', 'wait'];
const onWash = ['cockpit', 'bridge', 'field', 'late', 'wait'].flatMap((hue) => [
  [hue, `${hue}-wash`],
  ['ink', `${hue}-wash`],
  ['soft', `${hue}-wash`],
  ['on-accent', hue],
]);
const textPairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground])),
  ...onWash,
  ['ink', 'note'],
  ['soft', 'note'],
  ['ink', 'hit'],
  ['ink', 'hover'],
  ['soft', 'hover'],
  ['faint', 'hover'],
];
/** Frames of controls and the focus ring carry information: 3 to 1 (WCAG 1.4.11). */
const framePairs = grounds.flatMap((ground) => [
  ['edge', ground],
  ['focus', ground],
]);

describe.each(['light', 'dark'] as const)('contrast of the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string | undefined): string => {
    const value = tokens.get(name ?? '');
    if (value === undefined) throw new Error(`no token ${name ?? ''}`);
    return value;
  };

  test.each(textPairs)('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(framePairs)('%s on %s can be seen', (frame, ground) => {
    expect(contrast(colour(frame), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
