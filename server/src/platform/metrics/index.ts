import type { MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Clock } from '#platform/clock/index.ts';

export interface Metrics {
  /** Counts and times requests by method and status class; addresses would make a series of each member. */
  readonly watch: MiddlewareHandler;
  /** The text Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What the process says of itself to whoever watches it. */
export function createMetrics(clock: Clock): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'passerelle_' });
  const requests = new Histogram({
    name: 'passerelle_http_request_seconds',
    help: 'Time from a request to its answer, by method and class of status.',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  return {
    watch: async (context, next) => {
      const start = clock.now().getTime();
      await next();
      const seconds = (clock.now().getTime() - start) / 1_000;
      requests.observe({ method: context.req.method, status: `${Math.trunc(context.res.status / 100)}xx` }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
