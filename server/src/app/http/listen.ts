import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

const PORTS_TRIED = 20;

export interface Listening {
  readonly port: number;
  /** Refuses new requests, lets those under way end (5 s at most), then closes. */
  stop(): Promise<void>;
}

/** Listens on `port`, or on the next free one unless the port was asked for by name. */
export async function listen(
  app: Hono,
  options: { readonly host: string; readonly port: number; readonly portIsFixed: boolean },
): Promise<Result<Listening, 'serve/port_taken'>> {
  const last = options.portIsFixed ? options.port : options.port + PORTS_TRIED;
  for (let port = options.port; port <= last; port += 1) {
    const answer = getRequestListener(app.fetch);
    const server = createServer((request, response) => void answer(request, response));
    // Slow senders hold no connection open for ever; uploads come in chunks well under this.
    server.headersTimeout = 15_000;
    server.requestTimeout = 120_000;
    if (await bind(server, options.host, port)) return yes({ port, stop: () => stop(server) });
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

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
