import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor, openApi } from '#platform/http/index.ts';
import type { Metrics } from '#platform/metrics/index.ts';
import { VERSION } from '#app/version.ts';

interface WatchingDeps {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  /** All routes of the installation, for its description. */
  readonly routes: () => readonly Route[];
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** What machines ask: alive, ready, how it goes, what it can do. */
export function watchingRoutes({ database, metrics, metricsToken, routes }: WatchingDeps): readonly Route[] {
  // Routes do not change while the house stands, and all of them together take a fifth of a second to describe.
  let description: string | undefined;
  return [
    atDoor({
      method: 'get',
      path: '/healthz',
      summary: 'Alive',
      answer: z.object({ alive: z.boolean(), version: z.string() }),
      handle: async () => yes({ alive: true, version: VERSION }),
    }),
    atDoor({
      method: 'get',
      path: '/readyz',
      summary: 'Ready to serve: the database answers',
      answer: z.object({ ready: z.boolean() }),
      statuses: { 'http/not_ready': 503 },
      handle: async () => ((await database.ping()) ? yes({ ready: true }) : no('http/not_ready')),
    }),
    atDoor({
      method: 'get',
      path: '/metrics',
      summary: 'Measurements for Prometheus, from this machine or by token',
      handle: async ({ raw, address }) => {
        const isAllowed = metricsToken === undefined ? LOOPBACK.test(address) : isBearer(raw, metricsToken);
        if (!isAllowed) return no('http/not_found');
        return { ok: true, download: { body: once(await metrics.text()), contentType: metrics.contentType } };
      },
    }),
    atDoor({
      method: 'get',
      path: '/api/v1/openapi.json',
      summary: 'This description',
      handle: async () => {
        description ??= JSON.stringify(openApi(routes(), VERSION));
        return { ok: true, download: { body: once(description), contentType: 'application/json' } };
      },
    }),
  ];
}

function isBearer(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
