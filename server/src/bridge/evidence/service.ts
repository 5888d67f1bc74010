import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scoped } from '#platform/db/index.ts';
import { heardInMessage, heardInThread } from './lookup.ts';
import type { Heard, Purpose } from './model.ts';
import { isHeard, wordsOf } from './rules.ts';
import { insertEvidence } from './store.ts';

/** What a person points at: a message (of that thread, where both are given), or a thread, whose opening message is meant. */
export interface Pointed {
  readonly messageId?: string | undefined;
  readonly threadId?: string | undefined;
}

type KeepCode = 'http/not_found' | 'signal/message_gone' | 'signal/evidence_already_exists';

/** The message pointed at; refused when there is none, or when it was withdrawn or erased. */
export async function heardAt(
  db: Scoped,
  pointed: Pointed,
): Promise<Result<Heard, 'http/not_found' | 'signal/message_gone'>> {
  const heard = await heardWhere(db, pointed);
  if (heard === undefined) return no('http/not_found');
  return isHeard(heard) ? yes(heard) : no('signal/message_gone');
}

async function heardWhere(db: Scoped, { messageId, threadId }: Pointed): Promise<Heard | undefined> {
  if (messageId === undefined) return threadId === undefined ? undefined : await heardInThread(db, threadId);
  const heard = await heardInMessage(db, messageId);
  return threadId === undefined || heard?.threadId === threadId ? heard : undefined;
}

/** Keeps what is pointed at as evidence, as it stands at `at`; answers its id and that of the message. */
export async function keepEvidence(
  db: Scoped,
  purpose: Purpose,
  pointed: Pointed,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<Result<{ readonly id: string; readonly messageId: string }, KeepCode>> {
  const heard = await heardAt(db, pointed);
  if (!heard.ok) return heard;
  const { format: _, state: __, ...rest } = heard.value;
  const id = newId(at);
  const isNew = await insertEvidence(db, purpose, {
    ...rest,
    id,
    text: wordsOf(heard.value),
    addedBy: by,
    addedAt: at,
  });
  return isNew ? yes({ id, messageId: heard.value.messageId }) : no('signal/evidence_already_exists');
}
