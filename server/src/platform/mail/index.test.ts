import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simpleParser } from 'mailparser';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { createMailer } from './index.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const MAIL = { id: 'a1', to: 'ines@exemple.fr', subject: 'Une décision vous attend', text: 'Bonjour,\nà décider.' };

describe('a server that is not there', () => {
  test('leaves the letter for later, and says so without its address', async () => {
    const mailer = createMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: 'p@exemple.fr' });
    expect(await mailer.send(MAIL)).toEqual({ is: 'later', problem: expect.any(String) as string });
    expect(await mailer.check()).toMatch(/^E[A-Z]+$/);
    mailer.close();
  });

  test('that breaks off once the text is on its way leaves it uncertain', async () => {
    const server = createServer((socket) => {
      socket.write('220 ready\r\n');
      socket.on('data', (bytes) => {
        const said = bytes.toString();
        if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write('250 fine\r\n');
        else if (said.startsWith('DATA')) socket.write('354 go on\r\n');
        else socket.destroy();
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const mailer = createMailer({
      url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      from: 'p@exemple.fr',
    });
    expect((await mailer.send(MAIL)).is).toBe('uncertain');
    mailer.close();
    server.close();
  });
});

/** A mail server that nobody of this house wrote, as a process of its own. */
describeShared('a foreign mail server', () => {
  let folder: string;
  let server: ChildProcess;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-smtp-'));
    port = await freePort();
    server = spawn('bash', [sharedPath('peers/smtp-sink/start.sh') ?? '', folder], {
      env: { ...process.env, PORT: String(port), OUT: join(folder, 'outbox') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (server.stdout !== null) await once(server.stdout, 'data');
    server.stdout?.resume();
  }, 120_000);
  afterAll(async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const through = (user = 'pilote:passerelle') =>
    createMailer({ url: `smtp://${user}@127.0.0.1:${port}`, from: 'Passerelle <p@exemple.fr>' });

  test('takes a letter as it was written, and says what it will never or not now take', async () => {
    const mailer = through();
    expect(await mailer.check()).toBeUndefined();
    expect(await mailer.send(MAIL)).toEqual({ is: 'sent' });
    expect((await mailer.send({ ...MAIL, to: 'x@reject.invalid' })).is).toBe('refused');
    expect((await mailer.send({ ...MAIL, to: 'x@slow.invalid' })).is).toBe('later');
    mailer.close();
    const wrong = through('pilote:faux');
    expect((await wrong.send(MAIL)).is).toBe('later');
    expect(await wrong.check()).toContain('EAUTH');
    wrong.close();
    const [name = '', ...others] = await readdir(join(folder, 'outbox'));
    expect(others).toEqual([]);
    const mail = await simpleParser(await readFile(join(folder, 'outbox', name)));
    expect(mail.subject).toBe('Une décision vous attend');
    expect(mail.text?.trim()).toBe('Bonjour,\nà décider.');
    expect(mail.messageId).toBe('<a1@exemple.fr>');
    expect(mail.html).toBe(false);
  });
});
