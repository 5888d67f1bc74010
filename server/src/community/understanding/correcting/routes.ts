import { z } from 'zod';
import { QUESTIONS_MEASURED } from '#community/understanding/questions/index.ts';
import { progressOf } from '#community/understanding/readings/lookup.ts';
import type { Progress } from '#community/understanding/readings/lookup.ts';
import { mayCorrect } from '#community/understanding/themes/index.ts';
import { TONE_MEASURED } from '#community/understanding/tone/index.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CorrectingDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

const MEASURED = {
  tone: { fr: copied(TONE_MEASURED.fr), en: copied(TONE_MEASURED.en) },
  questions: QUESTIONS_MEASURED,
};

function copied({ negative, neutral, positive }: (typeof TONE_MEASURED)['fr']) {
  return { negative: [...negative], neutral: [...neutral], positive: [...positive] };
}

/** What was read out of texts, how far that is, how often it errs; and its correction by people. */
export function correctingRoutes(deps: CorrectingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/understanding',
      summary: 'How far reading the texts is, and how often it errs',
      answer: wire.UnderstandingView,
      handle: async ({ scope, functions }) => {
        const progress = await deps.database.inScope(scope, progressOf);
        return yes({ ...toldOf(progress), measured: MEASURED, can: { read: mayCorrect(functions) } });
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/understanding',
      summary: 'Read all texts again; corrections stay',
      handle: ({ scope, by }) => service.readAgain(deps, scope, by),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/messages/{messageId}/tone',
      summary: 'Say which tone a message is in',
      params: z.object({ messageId: z.uuid() }),
      body: wire.ToneCorrection,
      handle: ({ scope, by, params, body }) => service.correctTone(deps, scope, by, params.messageId, body),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/threads/{threadId}/kind',
      summary: 'Say whether a thread asks something',
      params: z.object({ threadId: z.uuid() }),
      body: wire.KindCorrection,
      handle: ({ scope, by, params, body }) => service.correctKind(deps, scope, by, params.threadId, body),
    }),
  ];
}

function toldOf(progress: Progress | undefined) {
  if (progress === undefined) return { state: 'never' as const, step: null, read: 0, total: 0, finishedAt: null };
  const { step, read, total, finishedAt } = progress;
  const state = progress.done >= progress.asked ? 'done' : step === null ? 'waiting' : 'under_way';
  return { state, step, read, total, finishedAt: finishedAt?.toISOString() ?? null } as const;
}
