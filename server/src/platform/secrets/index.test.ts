import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Vault } from './index.ts';
import { openVault } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-vault-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function vault(secret?: string): Promise<Vault> {
  const opened = await openVault({ dataFolder: folder, ...(secret === undefined ? {} : { secret }) });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

describe('the master key', () => {
  test('is made once, for its owner only, and found again', async () => {
    const sealed = (await vault()).seal('jeton', 'place/1/token');
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect((await vault()).unseal(sealed, 'place/1/token')).toBe('jeton');
  });

  test('stops the start when others may read its file', async () => {
    await vault();
    await chmod(join(folder, 'secret'), 0o640);
    expect(await openVault({ dataFolder: folder })).toMatchObject({ refusal: { code: 'workspace/secret_too_open' } });
  });

  test('stops the start when it is short', async () => {
    const opened = await openVault({ dataFolder: folder, secret: 'changeme' });
    expect(opened).toMatchObject({ refusal: { code: 'workspace/secret_too_short' } });
  });

  test('from the environment leaves no file', async () => {
    await vault('x'.repeat(32));
    await expect(readFile(join(folder, 'secret'))).rejects.toThrow('ENOENT');
  });
});

describe('sealing', () => {
  test('gives back any text, and never the same bytes twice', async () => {
    const one = await vault();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, boundTo) => {
        const sealed = one.seal(text, boundTo);
        expect(one.unseal(sealed, boundTo)).toBe(text);
        expect(one.seal(text, boundTo).equals(sealed)).toBe(false);
      }),
    );
  });

  test('does not open elsewhere, by another key, or after any change of a byte', async () => {
    const one = await vault('a'.repeat(32));
    const sealed = one.seal('secret', 'person/1/totp');
    expect(one.unseal(sealed, 'person/2/totp')).toBeUndefined();
    expect((await vault('b'.repeat(32))).unseal(sealed, 'person/1/totp')).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(sealed.readUInt8(at) ^ 1, at);
      expect(one.unseal(changed, 'person/1/totp')).toBeUndefined();
    }
    expect(one.unseal(Buffer.alloc(3), 'person/1/totp')).toBeUndefined();
  });
});

test('marks differ by purpose and stay the same for one', async () => {
  const one = await vault('a'.repeat(32));
  expect(one.mark('csrf', 'x').equals(one.mark('csrf', 'x'))).toBe(true);
  expect(one.mark('csrf', 'x').equals(one.mark('tombstone', 'x'))).toBe(false);
});
