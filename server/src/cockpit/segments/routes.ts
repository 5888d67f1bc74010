import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { SegmentsDeps } from './service.ts';
import * as service from './service.ts';
import { ruleParts } from './views.ts';
import * as wire from './wire.ts';

/** Segments: groups of members by a rule. */
export function segmentRoutes(deps: SegmentsDeps): readonly Route[] {
  return [...reading(deps), ...writing(deps)];
}

function reading(deps: SegmentsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/segments',
      summary: 'Segments: the presets, those that are shared and one’s own',
      answer: wire.SegmentList,
      handle: async ({ scope, by, actor, functions }) =>
        yes(await service.listSegments(deps, scope, by, actor, functions)),
    }),
    // Before segments by id: no preset may be called "parts".
    inWorkspace({
      method: 'get',
      path: '/api/v1/segments/parts',
      summary: 'The places, channels, themes and organisations a rule may name',
      answer: wire.RuleParts,
      handle: async ({ scope }) => yes(await deps.database.inScope(scope, ruleParts)),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/segments/{segmentId}/size',
      summary: 'How many members a segment has',
      params: wire.SegmentParams,
      answer: wire.SegmentSize,
      statuses: { 'figure/segment_gone': 404 },
      handle: ({ scope, by, actor, params }) => service.sizeOf(deps, { scope, by, actor }, params.segmentId),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/segments/{segmentId}/members',
      summary: 'The members of a segment, whoever contributed last first',
      params: wire.SegmentParams,
      query: wire.MembersQuery,
      answer: wire.SegmentMembers,
      statuses: { 'figure/segment_gone': 404 },
      handle: ({ scope, by, actor, params, query }) =>
        service.membersOf(deps, { scope, by, actor }, params.segmentId, query),
    }),
  ];
}

function writing(deps: SegmentsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/segments/preview',
      summary: 'How many members a rule means, and the first of them',
      body: wire.AskedRule,
      answer: wire.SegmentPreview,
      handle: async ({ scope, body }) => yes(await service.previewOf(deps, scope, body.rule)),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/segments',
      summary: 'Keep a rule under a name',
      body: wire.NewSegment,
      answer: wire.MadeSegment,
      handle: ({ scope, by, body }) => service.addSegment(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/segments/{segmentId}',
      summary: 'Change a segment',
      params: wire.SavedParams,
      body: wire.SegmentPatch,
      handle: ({ scope, by, language, params, body }) =>
        service.changeSegment(deps, { scope, by, language }, params.segmentId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/segments/{segmentId}',
      summary: 'Remove a segment',
      params: wire.SavedParams,
      handle: ({ scope, by, params }) => service.removeSegment(deps, scope, by, params.segmentId),
    }),
  ];
}
