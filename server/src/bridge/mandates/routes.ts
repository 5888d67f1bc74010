import { no, yes } from '#kernel/result.ts';
import type { Route, WorkspaceCall } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { Act } from './model.ts';
import type { Done, MandatesDeps } from './service.ts';
import * as service from './service.ts';
import { board, mandateOf, partsOf } from './views.ts';
import * as wire from './wire.ts';

/** Mandates: what the pilot asks, what the field answers. */
export function mandateRoutes(deps: MandatesDeps): readonly Route[] {
  return [...readingRoutes(deps), ...writingRoutes(deps), ...actRoutes(deps)];
}

function readingRoutes({ database, clock }: MandatesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/mandates',
      summary: 'Mandates with their state and the effort spent',
      query: wire.MandatesQuery,
      answer: wire.MandateList,
      handle: ({ scope, query, functions }) =>
        database.inScope(scope, async (db) => {
          const items = await board(db, query, clock.now());
          return yes({ items, can: { create: functions.includes('pilot') } });
        }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/mandate-parts',
      summary: 'What a mandate may name: objectives, hosts, channels, members of the team, tags',
      answer: wire.MandateParts,
      handle: ({ scope }) => database.inScope(scope, async (db) => yes(await partsOf(db, clock.now()))),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/mandates/{mandateId}',
      summary: 'One mandate: its terms, what was said of it, its events',
      params: wire.MandateParams,
      answer: wire.MandateView,
      handle: ({ scope, by, functions, params }) =>
        database.inScope(scope, async (db) => {
          const doer = { colleagueId: by.kind === 'person' ? by.colleagueId : undefined, functions };
          const found = await mandateOf(db, params.mandateId, doer, clock.now());
          return found === undefined ? no('http/not_found') : yes(found);
        }),
    }),
  ];
}

function writingRoutes(deps: MandatesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/mandates',
      summary: 'Draft a mandate',
      body: wire.NewMandate,
      answer: wire.MadeMandate,
      handle: ({ scope, by, body }) => service.draftMandate(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/mandates/{mandateId}',
      summary: 'Change a draft',
      params: wire.MandateParams,
      body: wire.MandatePatch,
      handle: ({ params, body, ...doing }) => service.changeDraft(deps, doing, params.mandateId, body),
    }),
  ];
}

type Call<Body> = WorkspaceCall<{ readonly mandateId: string }, undefined, Body>;

function actRoutes(deps: MandatesDeps): readonly Route[] {
  const doing =
    <Body extends Omit<Done, 'act'>>(act: Act) =>
    ({ params, body, ...doing }: Call<Body>) =>
      service.actOn(deps, doing, params.mandateId, { act, ...body });
  const at = (act: Act) => ({
    method: 'post' as const,
    path: `/api/v1/mandates/{mandateId}/${act}`,
    params: wire.MandateParams,
    answer: wire.Stepped,
  });
  const step = { body: wire.Step };
  const reasoned = { body: wire.Reasoned };
  return [
    inWorkspace({ ...at('give'), summary: 'Give it to its host', ...step, handle: doing('give') }),
    inWorkspace({ ...at('accept'), summary: 'Say yes to it', ...step, handle: doing('accept') }),
    inWorkspace({ ...at('discuss'), summary: 'Say why it cannot be as it is', ...reasoned, handle: doing('discuss') }),
    inWorkspace({
      ...at('answer'),
      summary: 'Answer what was said, with other terms or the same',
      body: wire.Answered,
      handle: doing('answer'),
    }),
    inWorkspace({ ...at('start'), summary: 'Begin', ...step, handle: doing('start') }),
    inWorkspace({ ...at('finish'), summary: 'Say that it is done', ...step, handle: doing('finish') }),
    inWorkspace({
      ...at('judge'),
      summary: 'Say whether what was expected showed',
      body: wire.Judgement,
      handle: doing('judge'),
    }),
    inWorkspace({ ...at('withdraw'), summary: 'Withdraw it', ...reasoned, handle: doing('withdraw') }),
  ];
}
