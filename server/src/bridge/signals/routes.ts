import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { SignalsDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** Signals: what the field hears, raised in one gesture, sorted into insights. */
export function signalRoutes(deps: SignalsDeps): readonly Route[] {
  return [...readingRoutes(deps), ...raisingRoutes(deps), ...sortingRoutes(deps)];
}

function readingRoutes(deps: SignalsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/signals',
      summary: 'Signals by state with their evidence, the latest first',
      query: wire.SignalsQuery,
      answer: wire.SignalsView,
      handle: async ({ query, ...asking }) => yes(await service.listSignals(deps, asking, query)),
    }),
    // Before signals by id.
    inWorkspace({
      method: 'get',
      path: '/api/v1/signals/similar',
      summary: 'Signals that are like a message or a thread, with the reasons',
      query: wire.SimilarQuery,
      answer: wire.SimilarView,
      handle: ({ query, ...asking }) => service.similarToPointed(deps, asking, query),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/signals/{signalId}',
      summary: 'One signal, its evidence and what is like it',
      params: wire.SignalParams,
      answer: wire.SignalView,
      handle: ({ params, ...asking }) => service.oneSignal(deps, asking, params.signalId),
    }),
  ];
}

function raisingRoutes(deps: SignalsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/signals',
      summary: 'Raise a signal from a message or a thread',
      body: wire.NewSignal,
      answer: wire.RaisedSignal,
      handle: ({ body, ...asking }) => service.raiseSignal(deps, asking, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/signals/{signalId}/evidence',
      summary: 'Add a message or a thread that says the same',
      params: wire.SignalParams,
      body: wire.NewEvidence,
      answer: wire.KeptEvidence,
      handle: ({ params, body, ...asking }) => service.addEvidence(deps, asking, params.signalId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/signals/{signalId}/evidence/{evidenceId}',
      summary: 'Take evidence away again that one added oneself',
      params: wire.EvidenceParams,
      handle: ({ params, ...asking }) => service.removeEvidence(deps, asking, params.signalId, params.evidenceId),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/signals/{signalId}',
      summary: 'Take a signal of one’s own back that nobody sorted',
      params: wire.SignalParams,
      query: wire.TakingBack,
      handle: ({ params, query, ...asking }) => service.takeBack(deps, asking, params.signalId, query.version),
    }),
  ];
}

function sortingRoutes(deps: SignalsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/signals/{signalId}/merge',
      summary: 'Merge a signal into an insight',
      params: wire.SignalParams,
      body: wire.Merging,
      answer: wire.Sorted,
      handle: ({ params, body: { version, insightId }, ...asking }) =>
        service.sortSignal(deps, asking, params.signalId, version, { is: 'merge', insightId }),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/signals/{signalId}/dismiss',
      summary: 'Dismiss a signal, with a reason',
      params: wire.SignalParams,
      body: wire.Dismissal,
      answer: wire.Sorted,
      handle: ({ params, body: { version, why }, ...asking }) =>
        service.sortSignal(deps, asking, params.signalId, version, { is: 'dismiss', why }),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/signals/{signalId}/reopen',
      summary: 'Give a signal back to be sorted',
      params: wire.SignalParams,
      body: wire.Reopening,
      answer: wire.Sorted,
      handle: ({ params, body: { version }, ...asking }) =>
        service.sortSignal(deps, asking, params.signalId, version, { is: 'reopen' }),
    }),
  ];
}
