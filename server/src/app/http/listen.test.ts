import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

test('what was asked by somebody who went away ends before everything is closed', async () => {
  const told: string[] = [];
  const asked = Promise.withResolvers<void>();
  const app = new Hono().get('/slow', async (context) => {
    asked.resolve();
    await setTimeout(200);
    told.push('read');
    return context.text('');
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 46_990, portIsFixed: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  const leaving = new AbortController();
  const reply = fetch(`http://127.0.0.1:${listening.value.port}/slow`, { signal: leaving.signal });
  await asked.promise;
  leaving.abort();
  await expect(reply).rejects.toThrow('abort');
  await listening.value.stop();
  told.push('closed');
  expect(told).toEqual(['read', 'closed']);
});
