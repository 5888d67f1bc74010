import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const DIST = join(import.meta.dirname, '..', 'web', 'dist');

/** The policy of the real server: what breaks it must break here too. */
const CSP = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Answers of the API by path (`/session`); a path that is absent answers 404. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the built pages as the product does, on a free loopback port, with made-up answers of the API. */
export async function serveBuilt(answers: Answers = {}): Promise<Served> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('content-security-policy', CSP);
    if (path.startsWith('/api/v1/')) answerApi(answers, path.slice('/api/v1'.length), response);
    else void answerFile(path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerApi(answers: Answers, path: string, response: ServerResponse): void {
  const found = answers[path];
  const status = found === undefined ? 404 : 200;
  response.writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(found ?? { type: 'about:blank', status, code: `http/${status}`, title: '', detail: '' }));
}

async function answerFile(path: string, response: ServerResponse): Promise<void> {
  // Addresses of pages have no extension: they all are the one page.
  const file = extname(path) === '' ? 'index.html' : normalize(path);
  try {
    const body = await readFile(join(DIST, file));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
