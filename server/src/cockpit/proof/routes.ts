import { figureInBrief } from '#cockpit/figures/index.ts';
import { rehearseProof, type ProofDeps, type Rehearsed } from '#cockpit/proof/expecting/index.ts';
import { clearEvent } from '#cockpit/proof/judging/index.ts';
import { withdrawProof, writeProof } from '#cockpit/proof/writing/index.ts';
import type { Language } from '#kernel/language.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

const STATUSES = { 'figure/segment_gone': 404 } as const;

/** The proof notebook: what is expected, written before; what came of it. */
export function proofRoutes(deps: ProofDeps): readonly Route[] {
  return [...readingRoutes(deps), ...writingRoutes(deps)];
}

function readingRoutes(deps: ProofDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/proofs',
      summary: 'Every proof with its verdict or the day it comes, those without effect and those withdrawn alike',
      answer: wire.ProofList,
      handle: async ({ scope, functions, language, actor }) =>
        yes(await service.proofList(deps, scope, { functions, language, seesFew: seesFew(actor) })),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/proofs/{proofId}',
      summary: 'One proof: what was expected, what came, the range, what else happened',
      params: wire.ProofParams,
      answer: wire.ProofView,
      handle: ({ scope, functions, language, actor, params }) =>
        service.proofPage(deps, scope, { functions, language, seesFew: seesFew(actor) }, params.proofId),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/proofs/{proofId}/draw',
      summary: 'Newcomers of a draw and the group each was drawn into',
      params: wire.ProofParams,
      answer: wire.DrawView,
      handle: ({ scope, params }) => service.drawPage(deps, scope, params.proofId),
    }),
  ];
}

function writingRoutes(deps: ProofDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/proofs/rehearsal',
      summary: 'What a design would show on the weeks that are there; nothing is written',
      body: wire.NewProof,
      answer: wire.Rehearsal,
      statuses: STATUSES,
      handle: async ({ scope, body, language }) => {
        const found = await rehearseProof(deps, scope, body);
        return found.ok ? yes(rehearsalOf(found.value, language)) : found;
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/proofs',
      summary: 'Write what is expected, before it begins',
      body: wire.NewProof,
      answer: wire.MadeProof,
      statuses: STATUSES,
      handle: ({ scope, by, body }) => writeProof(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/proofs/{proofId}/withdraw',
      summary: 'Withdraw a proof before its verdict; it stays listed',
      params: wire.ProofParams,
      body: wire.Withdrawal,
      handle: ({ scope, by, language, params, body }) =>
        withdrawProof(deps, { scope, by, language }, params.proofId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/proofs/{proofId}/clear',
      summary: 'Say in writing why something else that happened is no reason to doubt',
      params: wire.ProofParams,
      body: wire.Clearance,
      handle: ({ scope, by, params, body }) => clearEvent(deps, scope, by, params.proofId, body),
    }),
  ];
}

function rehearsalOf({ expects, happenings, ...found }: Rehearsed, language: Language): wire.Rehearsal {
  const { figure, base, matters } = expects;
  return {
    ...found,
    figure: figureInBrief(figure, language),
    base,
    matters,
    happenings: happenings.map((one) => ({ ...one, cleared: null })),
  };
}
