import type { By } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import type { MailOutcome, Mailer } from '#platform/mail/index.ts';
import { record } from '#workspace/audit/index.ts';
import { newToken, putDoor, tokenHash } from '#workspace/doors/index.ts';
import { wantsDigest } from './lookup.ts';
import type { Claimed, NewLetter, Post } from './model.ts';
import { claimLetter, insertLetter, setDigest, settleLetter } from './store.ts';

export interface LettersDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly post: Post;
}

export interface SendingDeps extends Pick<LettersDeps, 'database' | 'clock'> {
  readonly mailer: Mailer;
}

export const SEND_TASK = 'send_letter';

/** Writes a letter, to be sent once this transaction has committed; false when one of its key was written before. */
export async function writeLetter(db: Scoped, letter: NewLetter, at: Date): Promise<boolean> {
  const id = newId(at);
  if (!(await insertLetter(db, id, letter, at))) return false;
  await enqueue(db, { task: SEND_TASK, payload: { letterId: id } });
  return true;
}

/**
 * Sends one letter. It is marked before it leaves, so that a process killed in between leaves it unsent rather than
 * sent twice: such a letter is told as failed. Throws when it may be tried again.
 */
export async function sendLetter(
  { database, clock, mailer }: SendingDeps,
  scope: Scope,
  id: string,
  isLastAttempt: boolean,
): Promise<void> {
  const letter = await database.inScope(scope, (db) => claimLetter(db, id));
  if (letter === undefined) {
    await database.inScope(scope, (db) => settleLetter(db, id, { state: 'failed', problem: 'uncertain' }));
    return;
  }
  const text = await database.inScope(scope, (db) => bodyOf(db, letter));
  const outcome = await mailer.send({ id, to: letter.recipient, subject: letter.subject, text });
  const again = outcome.is === 'later' && !isLastAttempt;
  await database.inScope(scope, (db) => settleLetter(db, id, fateOf(outcome, again, clock.now())));
  if (again) throw new Error('The letter could not be sent yet.');
}

function fateOf(outcome: MailOutcome, again: boolean, now: Date): Parameters<typeof settleLetter>[2] {
  if (outcome.is === 'sent') return { state: 'sent', sentAt: now };
  return { state: again ? 'waiting' : 'failed', problem: outcome.problem };
}

/** The body with the secret of its link, which is known to nobody but the reader of the letter. */
async function bodyOf(db: Scoped, { body, doorKind, doorObject }: Claimed): Promise<string> {
  if (doorKind === null || doorObject === null) return body;
  const token = newToken();
  await putDoor(db.tx, tokenHash(token), { kind: doorKind, spaceId: db.scope.workspaceId, objectId: doorObject });
  return body.replaceAll('{token}', token);
}

/** Says whether the caller wants the weekly letter. */
export function chooseDigest(
  { database, clock }: LettersDeps,
  scope: Scope,
  by: By,
  digest: boolean,
): Promise<Result<undefined, 'http/not_allowed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const { colleagueId: objectId } = by;
    const before = await wantsDigest(db, objectId);
    if (before === digest) return yes(undefined);
    await setDigest(db, objectId, digest);
    const change = { before: { digest: before ?? null }, after: { digest } };
    await record(db, by, clock.now(), {
      action: 'letters.chosen',
      objectType: 'colleague',
      objectId,
      ...change,
    });
    return yes(undefined);
  });
}
