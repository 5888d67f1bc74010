import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { around, overview, type NetworkDeps } from './service.ts';
import * as wire from './wire.ts';

/** The reply graph to walk through: as a whole, then a group or a member. */
export function networkRoutes(deps: NetworkDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/reply_graph/network',
      summary: 'Who answers whom: groups, bridges, and newcomers without a tie',
      query: wire.NetworkQuery,
      answer: wire.NetworkView,
      handle: ({ scope, query, actor, raw }) =>
        overview(deps, { scope, mayName: seesFew(actor), signal: raw.signal }, query),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/reply_graph/around',
      summary: 'Who answers whom around one member or in one group',
      query: wire.AroundQuery,
      answer: wire.AroundView,
      handle: ({ scope, query, actor, raw }) =>
        around(deps, { scope, mayName: seesFew(actor), signal: raw.signal }, query),
    }),
  ];
}
