import { describe, expect, test } from 'vitest';
import { addressOf } from './api.ts';
import { mayRetry, problemOf, unreachable } from './problem.ts';

describe('a refusal', () => {
  test('is read with its code, its words and its fields', () => {
    const problem = problemOf(422, {
      type: 'about:blank',
      status: 422,
      code: 'places/bad_address',
      title: 'Adresse refusée',
      detail: 'Ce forum ne répond pas.',
      errors: [{ path: 'address', code: 'unreachable', detail: 'Vérifiez l’adresse.' }, 'noise'],
    });
    expect(problem.code).toBe('places/bad_address');
    expect(problem.message).toBe('Ce forum ne répond pas.');
    expect(problem.about('address')).toBe('Vérifiez l’adresse.');
    expect(problem.about('name')).toBeUndefined();
    expect(problem.errors).toHaveLength(1);
  });

  test('keeps a code when a proxy answers something else', () => {
    expect(problemOf(502, undefined).code).toBe('http/502');
    expect(problemOf(404, '<html>').detail).toBe('');
  });
});

test('one tries again when the network or the server failed, not when the wish was refused', () => {
  expect(mayRetry(unreachable())).toBe(true);
  expect(mayRetry(problemOf(503, {}))).toBe(true);
  expect(mayRetry(problemOf(429, {}))).toBe(true);
  expect(mayRetry(problemOf(403, {}))).toBe(false);
  expect(mayRetry(new TypeError('a bug'))).toBe(false);
});

test('addresses leave out what is absent and repeat what is many', () => {
  expect(addressOf('/members', { place: 'forum', role: undefined, tag: ['a b', 'c'], page: 2, staff: false })).toBe(
    '/api/v1/members?place=forum&tag=a+b&tag=c&page=2&staff=false',
  );
  expect(addressOf('/session')).toBe('/api/v1/session');
});
