import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atService } from '../../../../tools/testing/at-service.ts';
import { openHouse, ORIGIN } from '../../../../tools/testing/house.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A sign-in service that nobody of this house wrote, as a process of its own. */
describeShared('a foreign sign-in service', () => {
  let folder: string;
  let service: ChildProcess;
  let issuer: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-oidc-'));
    await copyFile(sharedPath('peers/oidc/server.mjs') ?? '', join(folder, 'server.mjs'));
    await symlink(resolve(import.meta.dirname, '../../../../node_modules'), join(folder, 'node_modules'));
    const port = await freePort();
    issuer = `http://127.0.0.1:${port}`;
    service = spawn(process.execPath, [join(folder, 'server.mjs')], {
      env: { ...process.env, PORT: String(port), REDIRECT_URIS: `${ORIGIN}/api/v1/oidc/callback` },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (service.stdout !== null) await once(service.stdout, 'data');
    service.stdout?.resume();
  });
  afterAll(async () => {
    service.kill();
    await rm(folder, { recursive: true, force: true });
  });

  test('lets the verified owner of an e-mail in, and not its unverified twin', async () => {
    await using house = await openHouse({
      environment: {
        PASSERELLE_OIDC_ISSUER: issuer,
        PASSERELLE_OIDC_CLIENT_ID: 'passerelle',
        PASSERELLE_OIDC_CLIENT_SECRET: 'passerelle-secret',
        PASSERELLE_OUTBOUND_ALLOW: new URL(issuer).host,
      },
    });
    await house.openFirst();
    await house.database.installation.updateTable('person').set({ email: 'pilote@example.invalid' }).execute();
    const enter = async (who: string) => {
      const browser = house.browser();
      const left = await browser.call('GET', '/api/v1/oidc/start');
      const back = await atService(left.headers.get('location') ?? '', who, ORIGIN);
      const entered = await browser.call('GET', back.pathname + back.search);
      return { to: entered.headers.get('location'), view: await browser.look() };
    };
    const twin = await enter('intrus');
    expect(twin.to).toBe('/sign-in?problem=sign-in%2Foidc_unverified');
    expect(twin.view.person).toBeUndefined();
    expect((await enter('pilote')).view.person?.email).toBe('pilote@example.invalid');
    expect((await enter('animatrice')).to).toBe('/sign-in?problem=sign-in%2Foidc_unknown');
    expect((await enter('intrus')).view.person).toBeUndefined();
  });
});
