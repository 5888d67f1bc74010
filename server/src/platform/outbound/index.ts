import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { RequestOptions } from 'node:https';
import { request as httpsRequest } from 'node:https';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { callable, isAllowed, isPublic, literalAddress } from './address.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** A redirect is an answer like another: it is never followed. */
export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export type OutboundCode =
  | 'outbound/bad_address'
  | 'outbound/not_public'
  | 'outbound/unreachable'
  | 'outbound/too_slow'
  | 'outbound/too_big';

/** The only way out of the installation. */
export interface Outbound {
  send(request: OutboundRequest): Promise<Result<OutboundAnswer, OutboundCode>>;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

export interface OutboundOptions {
  /** Hosts inside the house that may be reached, by http too: `host` or `host:port`. */
  readonly allow: readonly string[];
  /** All addresses of a name; the system's resolver unless a test says otherwise. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  /** For the whole call, in milliseconds; 10 s unless said. */
  readonly patience?: number;
  /** Most bytes of an answer; 32 MiB unless said. */
  readonly most?: number;
}

const PATIENCE = 10_000;
const MOST = 32 * 1024 * 1024;

/**
 * Calls go by https to public addresses only. A name is resolved once, all its addresses are checked, and the
 * connection is made to the checked address: what the name says a moment later changes nothing.
 */
export function createOutbound(options: OutboundOptions): Outbound {
  const resolve = options.resolve ?? ((host: string) => lookup(host, { all: true }));
  return {
    async send(request) {
      const url = callable(request.url, options.allow);
      if (url === undefined) return no('outbound/bad_address');
      const patience = AbortSignal.timeout(options.patience ?? PATIENCE);
      const signal = request.signal === undefined ? patience : AbortSignal.any([patience, request.signal]);
      try {
        const address = await until(signal, pin(url, options.allow, resolve));
        if (address === undefined) return no('outbound/not_public');
        const body = await exchange(url, address, request, signal, options.most ?? MOST);
        return body === 'too big' ? no('outbound/too_big') : yes(body);
      } catch {
        return no(patience.aborted ? 'outbound/too_slow' : 'outbound/unreachable');
      }
    },
  };
}

/** The address to connect to; undefined as soon as one address of the host is not public, unless the host is allowed. */
async function pin(
  url: URL,
  allow: readonly string[],
  resolve: (host: string) => Promise<readonly Address[]>,
): Promise<Address | undefined> {
  const literal = literalAddress(url);
  const known =
    literal === undefined ? await resolve(url.hostname) : [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  if (isAllowed(url, allow) || known.every(({ address }) => isPublic(address))) return known[0];
  return undefined;
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(new Error('gave up'));
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject);
  });
}

function exchange(
  url: URL,
  pinned: Address,
  request: OutboundRequest,
  signal: AbortSignal,
  most: number,
): Promise<OutboundAnswer | 'too big'> {
  const options: RequestOptions = {
    method: request.method ?? 'GET',
    headers: { 'user-agent': 'Passerelle', ...request.headers, 'accept-encoding': 'identity' },
    agent: false,
    signal,
    lookup: (_host, asked, give) => {
      if (asked.all === true) give(null, [pinned]);
      else give(null, pinned.address, pinned.family);
    },
  };
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = start(url, options, (answer) => {
      read(answer, most).then((body) => {
        if (body === undefined) call.destroy();
        resolve(body === undefined ? 'too big' : { status: answer.statusCode ?? 0, headers: headersOf(answer), body });
      }, reject);
    });
    call.once('error', reject);
    call.end(request.body);
  });
}

async function read(answer: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  }
  return headers;
}
