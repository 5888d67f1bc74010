import { kindOf } from '#community/understanding/questions/index.ts';
import { askReading } from '#community/understanding/readings/index.ts';
import { toneOf } from '#community/understanding/tone/index.ts';
import type { By } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { ownWords } from '#platform/text/index.ts';
import { record } from '#workspace/audit/index.ts';
import * as store from './store.ts';
import type { KindCorrection, ToneCorrection } from './wire.ts';

export interface CorrectingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly onChanged: (scope: Scope) => void;
}

const TONES = { negative: -1, neutral: 0, positive: 1 } as const;

/** Says which tone a message is in, whatever its words; null gives the judgement back to the words. */
export async function correctTone(
  deps: CorrectingDeps,
  scope: Scope,
  by: By,
  messageId: string,
  { tone }: ToneCorrection,
): Promise<Result<undefined, 'http/not_found'>> {
  const result = await deps.database.inScope(scope, async (db): Promise<Result<undefined, 'http/not_found'>> => {
    const spoken = await store.spokenOf(db, messageId);
    if (spoken === undefined) return no('http/not_found');
    const { placeId, text, format, opens, title, language } = spoken;
    const words = ownWords(text, format);
    const heard = toneOf(opens && title !== null ? `${title}\n${words}` : words, language);
    const at = { messageId, placeId };
    if (tone === null) await store.writeTone(db, at, heard, 'lexicon');
    else await store.writeTone(db, at, TONES[tone], 'person');
    await record(db, by, deps.clock.now(), {
      action: 'message.tone_corrected',
      objectType: 'message',
      objectId: messageId,
      after: { tone },
    });
    return yes(undefined);
  });
  if (result.ok) deps.onChanged(scope);
  return result;
}

/** Says whether a thread asks something, whatever its words and marks; null gives the judgement back to them. */
export async function correctKind(
  deps: CorrectingDeps,
  scope: Scope,
  by: By,
  threadId: string,
  { kind }: KindCorrection,
): Promise<Result<undefined, 'http/not_found'>> {
  const result = await deps.database.inScope(scope, async (db): Promise<Result<undefined, 'http/not_found'>> => {
    const thread = await store.openedThread(db, threadId);
    if (thread === undefined) return no('http/not_found');
    const { placeId, title, labels, isSupport, text, format } = thread;
    const told = kindOf({ title: title ?? '', text: ownWords(text ?? '', format ?? 'plain'), labels, isSupport });
    const at = { threadId, placeId };
    if (kind === null) await store.writeKind(db, at, told.kind, told.by);
    else await store.writeKind(db, at, kind, 'person');
    await record(db, by, deps.clock.now(), {
      action: 'thread.kind_corrected',
      objectType: 'thread',
      objectId: threadId,
      after: { kind },
    });
    return yes(undefined);
  });
  if (result.ok) deps.onChanged(scope);
  return result;
}

/** Has all texts read again. */
export async function readAgain({ database, clock }: CorrectingDeps, scope: Scope, by: By): Promise<Result<undefined>> {
  await database.inScope(scope, async (db) => {
    await askReading(db);
    const { workspaceId } = scope;
    await record(db, by, clock.now(), { action: 'texts.read', objectType: 'workspace', objectId: workspaceId });
  });
  return yes(undefined);
}
