import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, carry, onStaleProof } from './api.ts';

const asked: string[] = [];
let proofNow = 'new';
const renew = vi.fn<() => Promise<void>>(async () => carry({ csrf: proofNow }));

beforeEach(() => {
  asked.length = 0;
  proofNow = 'new';
  renew.mockClear();
  carry({ csrf: 'old' });
  onStaleProof(renew);
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    const proof = new Headers(init.headers).get('x-passerelle-csrf') ?? '';
    asked.push(proof);
    return proof === 'new'
      ? Response.json({ done: true })
      : Response.json({ code: 'http/bad_csrf', detail: 'Rechargez.' }, { status: 403 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what was refused for a proof of origin that is out of date is sent once more with a fresh one', async () => {
  expect(await api.post('/members/1/merge')).toEqual({ done: true });
  expect(asked).toEqual(['old', 'new']);
  expect(renew).toHaveBeenCalledTimes(1);
});

test('and once only', async () => {
  proofNow = 'still old';
  await expect(api.post('/members/1/merge')).rejects.toMatchObject({ code: 'http/bad_csrf' });
  expect(asked).toEqual(['old', 'still old']);
});
