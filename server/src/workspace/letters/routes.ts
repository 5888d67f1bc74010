import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { failedLetters, wantsDigest } from './lookup.ts';
import type { LettersDeps } from './service.ts';
import { chooseDigest } from './service.ts';
import { ChooseLetters, LettersView } from './wire.ts';

const LOOK_BACK_MS = 30 * 24 * 3_600_000;

/** Letters that leave the house: whether any do, and who wants the weekly one. */
export function letterRoutes(deps: LettersDeps): readonly Route[] {
  const { database, clock, post } = deps;
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/letters',
      summary: 'Whether letters leave this installation, and whether the caller wants the weekly one',
      answer: LettersView,
      handle: ({ scope, by }) =>
        database.inScope(scope, async (db) => {
          const since = new Date(clock.now().getTime() - LOOK_BACK_MS);
          const digest = by.kind === 'person' && (await wantsDigest(db, by.colleagueId)) === true;
          return yes({ from: post.from ?? null, failed: await failedLetters(db, since), digest });
        }),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/letters',
      summary: 'Want the weekly letter, or not',
      body: ChooseLetters,
      handle: ({ scope, by, body }) => chooseDigest(deps, scope, by, body.digest),
    }),
  ];
}
