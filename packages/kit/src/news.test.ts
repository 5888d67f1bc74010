import { expect, test } from 'vitest';
import { isNews } from './news.ts';

test('a person is told once, again when a later copy says something else, never for an older one', () => {
  const state = new Map<string, unknown>();

  expect(isNews(state, 'person', 'u1', '2020', 'ada')).toBe(true);
  expect(isNews(state, 'person', 'u1', '2019', 'ada_old')).toBe(false);
  expect(isNews(state, 'person', 'u1', '2022', 'ada')).toBe(false);
  expect(isNews(state, 'person', 'u1', '2021', 'ada_old')).toBe(false);
  expect(isNews(state, 'person', 'u1', '2023', 'ada_new')).toBe(true);
  expect(isNews(state, 'channel', 'u1', '0')).toBe(true);
});

test('equal versions are settled by the content, whatever the order', () => {
  const state = new Map<string, unknown>();

  expect(isNews(state, 'person', 'u1', '1', 'b')).toBe(true);
  expect(isNews(state, 'person', 'u1', '1', 'a')).toBe(false);
  expect(isNews(state, 'person', 'u1', '1', 'c')).toBe(true);
});
