import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { DecisionsDeps } from './service.ts';
import * as service from './service.ts';
import { GiveAnswer, HandOver, InsightParams, MadeLink, NoteDelivery } from './wire.ts';

/** Deciding an insight, saying that what was agreed is there, and handing it to somebody else. */
export function decisionRoutes(deps: DecisionsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/decisions/{insightId}/answers',
      summary: 'Decide: yes, no, later, or more is needed',
      params: InsightParams,
      body: GiveAnswer,
      statuses: { 'decision/not_yours': 403 },
      handle: ({ params, body, ...doing }) => service.giveAnswer(deps, doing, params.insightId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/decisions/{insightId}/deliveries',
      summary: 'Say that what was agreed is there',
      params: InsightParams,
      body: NoteDelivery,
      handle: ({ params, body, ...doing }) => service.noteDelivery(deps, doing, params.insightId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/decisions/{insightId}/owner',
      summary: 'Give it to somebody else to decide, by another day',
      params: InsightParams,
      body: HandOver,
      handle: ({ params, body, ...doing }) => service.handOver(deps, doing, params.insightId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/decisions/{insightId}/link',
      summary: 'A new link for whoever decides from outside',
      params: InsightParams,
      answer: MadeLink,
      async handle({ scope, by, params }) {
        const made = await service.giveLink(deps, scope, by, params.insightId);
        if (!made.ok) return made;
        const { token, expiresAt } = made.value;
        return { ok: true, status: 201, value: { token, expiresAt: expiresAt.toISOString() } };
      },
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/decisions/{insightId}/link',
      summary: 'Take the link back',
      params: InsightParams,
      handle: ({ scope, by, params }) => service.takeLinkBack(deps, scope, by, params.insightId),
    }),
  ];
}
