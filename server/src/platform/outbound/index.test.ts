import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublic } from './address.ts';
import { createOutbound } from './index.ts';

let server: Server;
let port: number;
let calls = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    calls += 1;
    if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (request.url === '/slow') setTimeout(() => response.end('late'), 2_000).unref();
    else if (request.url === '/big') response.end(Buffer.alloc(4_096));
    else response.end(`${request.method} ${request.headers.host} ${String(request.headers['x-word'] ?? '')}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const closed = createOutbound({ allow: [] });

/** One IPv4 address in the ways people (and attackers) write it. */
function spellings([a, b, c, d]: readonly [number, number, number, number]): readonly string[] {
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const octal = [a, b, c, d].map((one) => `0${one.toString(8)}`).join('.');
  const hexadecimal = [a, b, c, d].map((one) => `0x${one.toString(16)}`).join('.');
  const high = ((a << 8) | b).toString(16);
  const low = ((c << 8) | d).toString(16);
  return [
    `${a}.${b}.${c}.${d}`,
    `${a}.${b}.${c}.${d}.`,
    String(whole),
    `0x${whole.toString(16)}`,
    octal,
    hexadecimal,
    `${a}.${b}.${(c << 8) | d}`,
    `${a}.${(b << 16) | (c << 8) | d}`,
    `[::ffff:${a}.${b}.${c}.${d}]`,
    `[::ffff:${high}:${low}]`,
    `[::${a}.${b}.${c}.${d}]`,
    `[64:ff9b::${a}.${b}.${c}.${d}]`,
    `[2002:${high}:${low}::1]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `１２７.0.0.1`,
  ];
}

const byte = fc.integer({ min: 0, max: 255 });
const insideAddress: fc.Arbitrary<[number, number, number, number]> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);

describe('addresses', () => {
  test('inside are refused however they are written, before any connection', async () => {
    const before = calls;
    await fc.assert(
      fc.asyncProperty(insideAddress, fc.constantFrom('https', 'http'), async (address, scheme) => {
        for (const host of spellings(address)) {
          const answer = await closed.send({ url: `${scheme}://${host}:${port}/` });
          expect({ host, reached: answer.ok }).toEqual({ host, reached: false });
          if (!answer.ok) expect(['outbound/not_public', 'outbound/bad_address']).toContain(answer.refusal.code);
        }
      }),
      { numRuns: 300 },
    );
    expect(calls).toBe(before);
  });

  test.each([
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd12::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[2001::1]',
    '[64:ff9b:1::1]',
    '[100::1]',
  ])('%s is not public', async (host) => {
    expect(await closed.send({ url: `https://${host}/` })).toMatchObject({ refusal: { code: 'outbound/not_public' } });
  });

  test('of the public Internet pass', () => {
    for (const address of ['1.1.1.1', '9.9.9.9', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a01:cb00::1']) {
      expect({ address, open: isPublic(address) }).toEqual({ address, open: true });
    }
    expect(isPublic('example.org')).toBe(false);
  });

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://ada@example.org/',
    'https://a:b@example.org/',
    'nothing',
    'https://',
  ])('%s is no address to call', async (url) => {
    expect(await closed.send({ url })).toMatchObject({ refusal: { code: 'outbound/bad_address' } });
  });
});

describe('names', () => {
  test('with one inside address among public ones are refused', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '1.1.1.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const outbound = createOutbound({ allow: [], resolve });
    expect(await outbound.send({ url: 'https://forum.example/' })).toMatchObject({
      refusal: { code: 'outbound/not_public' },
    });
  });

  test('are resolved once: the connection goes to the checked address, whatever the name says next', async () => {
    let asked = 0;
    const resolve = () => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const outbound = createOutbound({ allow: ['forum.example'], resolve });
    const answer = await outbound.send({ url: `http://forum.example:${port}/`, headers: { 'x-word': 'oui' } });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    if (answer.ok) expect(answer.value.body.toString()).toBe(`GET forum.example:${port} oui`);
    expect(asked).toBe(1);
  });

  test('allowed with a port open that port only', async () => {
    const outbound = createOutbound({ allow: [`localhost:${port}`] });
    expect(await outbound.send({ url: `http://localhost:${port}/` })).toMatchObject({ ok: true });
    expect(await outbound.send({ url: 'http://localhost:1/' })).toMatchObject({
      refusal: { code: 'outbound/bad_address' },
    });
    expect(await outbound.send({ url: 'https://localhost:1/' })).toMatchObject({
      refusal: { code: 'outbound/not_public' },
    });
  });
});

describe('answers', () => {
  const open = () => createOutbound({ allow: ['127.0.0.1'], patience: 300, most: 1_000 });

  test('that redirect are given back, not followed', async () => {
    const answer = await open().send({ url: `http://127.0.0.1:${port}/away` });
    expect(answer).toMatchObject({ ok: true, value: { status: 302 } });
  });

  test('that are late or long are refused', async () => {
    expect(await open().send({ url: `http://127.0.0.1:${port}/slow` })).toMatchObject({
      refusal: { code: 'outbound/too_slow' },
    });
    expect(await open().send({ url: `http://127.0.0.1:${port}/big` })).toMatchObject({
      refusal: { code: 'outbound/too_big' },
    });
    expect(await open().send({ url: 'http://127.0.0.1:1/' })).toMatchObject({
      refusal: { code: 'outbound/unreachable' },
    });
  });
});
