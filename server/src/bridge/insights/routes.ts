import { dayIn } from '#kernel/day.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { maySubmit, mayWrite } from './policy.ts';
import { toLine } from './rules.ts';
import type { InsightsDeps } from './service.ts';
import * as service from './service.ts';
import * as views from './views.ts';
import * as wire from './wire.ts';

/** Insights: signals gathered into a statement, weighed, and handed to whoever decides. */
export function insightRoutes(deps: InsightsDeps): readonly Route[] {
  return [...readingRoutes(deps), ...writingRoutes(deps), ...gatheringRoutes(deps)];
}

function readingRoutes(deps: InsightsDeps): readonly Route[] {
  const { database, clock } = deps;
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/insights',
      summary: 'Insights with what stands behind them, those that wait for an answer first',
      query: wire.BoardQuery,
      answer: wire.InsightsView,
      handle: ({ scope, query, functions }) =>
        database.inScope(scope, async (db) => {
          const { rows, zone } = await views.board(db, query.open === 'only');
          const items = rows.map((row) => toLine(row, dayIn(zone, clock.now())));
          return yes({ items, can: { write: mayWrite(functions), submit: maySubmit(functions) } });
        }),
    }),
    // Before insights by id.
    inWorkspace({
      method: 'get',
      path: '/api/v1/insights/parts',
      summary: 'Who may decide, the objectives and the themes an insight may name',
      answer: wire.InsightParts,
      handle: async ({ scope }) => yes(await database.inScope(scope, views.parts)),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/insights/{insightId}',
      summary: 'One insight: its signals, quotes, weight and counter-evidence',
      params: wire.InsightParams,
      answer: wire.InsightView,
      handle: ({ params, ...asking }) => service.oneInsight(deps, asking, params.insightId),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/insights/{insightId}/unread',
      summary: 'Messages that hold the words of an insight and nobody read for it yet',
      params: wire.InsightParams,
      query: wire.UnreadQuery,
      answer: wire.UnreadView,
      handle: ({ params, query, ...asking }) => service.unreadFor(deps, asking, params.insightId, query.limit),
    }),
  ];
}

function writingRoutes(deps: InsightsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/insights',
      summary: 'Start an insight, from a signal or from nothing',
      body: wire.NewInsight,
      answer: wire.MadeInsight,
      handle: ({ body, ...asking }) => service.makeInsight(deps, asking, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/insights/{insightId}',
      summary: 'Change a draft',
      params: wire.InsightParams,
      body: wire.InsightPatch,
      answer: wire.Changed,
      handle: ({ params, body, ...asking }) => service.changeInsight(deps, asking, params.insightId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/insights/{insightId}/submit',
      summary: 'Hand a draft over to whoever decides',
      params: wire.InsightParams,
      body: wire.Submission,
      answer: wire.Changed,
      handle: ({ params, body, ...asking }) => service.submitInsight(deps, asking, params.insightId, body.version),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/insights/{insightId}',
      summary: 'Remove a draft; its signals wait to be sorted again',
      params: wire.InsightParams,
      query: wire.Removal,
      handle: ({ params, query, ...asking }) => service.removeInsight(deps, asking, params.insightId, query.version),
    }),
  ];
}

function gatheringRoutes(deps: InsightsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/insights/{insightId}/counters',
      summary: 'Keep a message that says otherwise',
      params: wire.InsightParams,
      body: wire.Pointing,
      answer: wire.KeptCounter,
      handle: ({ params, body, ...asking }) => service.addCounter(deps, asking, params.insightId, body.messageId),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/insights/{insightId}/counters/{evidenceId}',
      summary: 'Take counter-evidence away from a draft',
      params: wire.CounterParams,
      handle: ({ params, ...asking }) => service.removeCounter(deps, asking, params.insightId, params.evidenceId),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/insights/{insightId}/reads',
      summary: 'Say that a message was read for an insight and is no evidence',
      params: wire.InsightParams,
      body: wire.Pointing,
      handle: ({ params, body, ...asking }) => service.markRead(deps, asking, params.insightId, body.messageId),
    }),
  ];
}
