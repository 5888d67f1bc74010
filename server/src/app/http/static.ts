import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The built pages. Files with a hash in their name may be kept for ever; every other address is the page itself. */
export function staticPages(folder: string): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next();
    const path = normalize(decodeURIComponent(context.req.path));
    if (path.includes('\0') || path.startsWith(`..${sep}`)) return context.notFound();
    const type = TYPES[extname(path)];
    if (type === undefined) return page(folder, context.body.bind(context));
    const file = await readFile(join(folder, path)).catch(() => undefined);
    if (file === undefined) return context.notFound();
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return context.body(new Uint8Array(file), 200, { 'content-type': type, 'cache-control': cache });
  };
}

async function page(
  folder: string,
  body: (data: Uint8Array<ArrayBuffer>, status: 200, headers: Record<string, string>) => Response,
): Promise<Response> {
  const html = await readFile(join(folder, 'index.html'));
  return body(new Uint8Array(html), 200, { 'content-type': TYPES['.html'] ?? '', 'cache-control': 'no-cache' });
}
