import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

/** The one place that holds the master key of the installation. Nothing of it is ever in the base. */
export interface Vault {
  /** AES-256-GCM. `boundTo` names what the secret belongs to (table, row, field): moved elsewhere, it does not open. */
  seal(text: string, boundTo: string): Buffer;
  /** The text, or undefined when it was sealed for something else, by another key, or changed since. */
  unseal(sealed: Buffer, boundTo: string): string | undefined;
  /** HMAC-SHA-256 by a key of its own for each purpose. */
  mark(purpose: string, data: string | Buffer): Buffer;
}

type VaultCode = 'workspace/secret_too_short' | 'workspace/secret_too_open';

const SHAPE = 1;
const NONCE = 12;
const TAG = 16;

/** Takes `secret` (32 characters at least), or the file `secret` of the data folder, made at the first start for its owner only. */
export async function openVault(options: {
  readonly dataFolder: string;
  readonly secret?: string;
}): Promise<Result<Vault, VaultCode>> {
  const master = options.secret === undefined ? await keptSecret(options.dataFolder) : yes(options.secret);
  if (!master.ok) return master;
  if (master.value.length < 32) return no('workspace/secret_too_short', { least: 32 });
  return yes(vaultOf(master.value));
}

async function keptSecret(dataFolder: string): Promise<Result<string, VaultCode>> {
  const path = join(dataFolder, 'secret');
  await mkdir(dataFolder, { recursive: true });
  await makeUnlessThere(path);
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) return no('workspace/secret_too_open', { path });
  return yes((await readFile(path, 'utf8')).trim());
}

async function makeUnlessThere(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${randomBytes(48).toString('base64url')}\n`);
    await file.sync();
    await file.close();
    await chmod(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function vaultOf(master: string): Vault {
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', master, 'passerelle', purpose, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal: (text, boundTo) => seal(keyFor('seal'), text, boundTo),
    unseal: (sealed, boundTo) => unseal(keyFor('seal'), sealed, boundTo),
    mark: (purpose, data) =>
      createHmac('sha256', keyFor(`mark ${purpose}`))
        .update(data)
        .digest(),
  };
}

function seal(key: Buffer, text: string, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(SHAPE), nonce, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer, sealed: Buffer, boundTo: string): string | undefined {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== SHAPE) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
