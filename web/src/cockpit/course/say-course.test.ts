import { expect, test } from 'vitest';
import { tensionOf } from './say-course.ts';

const WORDS = ['on_course', 'likely', 'open', 'unlikely', 'out_of_reach', undefined] as const;
const STATES = ['ahead', 'on_course', 'behind', 'reached', 'cannot_tell'] as const;

test('line and forecast are said together only where they lead to opposite ends', () => {
  const told = STATES.map((state) => WORDS.map((word) => tensionOf(state, word) ?? '–').join(' '));
  expect(told).toEqual(['– – – low low –', '– – – low low –', 'high high – – – –', '– – – – – –', '– – – – – –']);
});
