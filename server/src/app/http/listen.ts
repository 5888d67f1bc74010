import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

const PORTS_TRIED = 20;
const PATIENCE_MS = 5_000;

export interface Listening {
  readonly port: number;
  /** Refuses new requests, lets those under way end (5 s at most), those as well nobody waits for any more, then closes. */
  stop(): Promise<void>;
}

/** Listens on `port`, or on the next free one unless the port was asked for by name. */
export async function listen(
  app: Hono,
  options: { readonly host: string; readonly port: number; readonly portIsFixed: boolean },
): Promise<Result<Listening, 'serve/port_taken'>> {
  const last = options.portIsFixed ? options.port : options.port + PORTS_TRIED;
  for (let port = options.port; port <= last; port += 1) {
    const underWay = new Set<Promise<Response>>();
    const answer = getRequestListener((request, environment) => {
      const answering = Promise.resolve(app.fetch(request, environment));
      underWay.add(answering);
      const forget = (): boolean => underWay.delete(answering);
      answering.then(forget, forget);
      return answering;
    });
    const server = createServer((request, response) => void answer(request, response));
    // Slow senders hold no connection open for ever; uploads come in chunks well under this.
    server.headersTimeout = 15_000;
    server.requestTimeout = 120_000;
    if (await bind(server, options.host, port)) return yes({ port, stop: () => stop(server, underWay) });
  }
  return no('serve/port_taken', { port: options.port });
}

function bind(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
}

/** Whoever asked and went away has closed his connection, and left behind an answer that still reads the base. */
async function stop(server: Server, underWay: ReadonlySet<Promise<Response>>): Promise<void> {
  await closed(server);
  const ended = new AbortController();
  const patience = setTimeout(PATIENCE_MS, undefined, { signal: ended.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(underWay), patience]);
  ended.abort();
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = globalThis.setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
