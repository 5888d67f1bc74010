import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the command hands on its arguments, the output and the exit code', () => {
  const script = join(import.meta.dirname, 'passerelle.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, 'no-such-command'], { encoding: 'utf8' });
  expect(stderr).toContain('no-such-command');
  expect(status).toBe(2);
});
