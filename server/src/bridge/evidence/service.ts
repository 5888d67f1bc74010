import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scoped } from '#platform/db/index.ts';
import { heardHeld } from './lookup.ts';
import type { Heard, Pointed, Purpose } from './model.ts';
import { isHeard, wordsOf } from './rules.ts';
import { insertEvidence } from './store.ts';

type KeepCode = 'http/not_found' | 'signal/message_gone' | 'signal/evidence_already_exists';

type HeardCode = 'http/not_found' | 'signal/message_gone';

/** The message pointed at, held; refused when there is none, or when it was withdrawn or erased. */
export async function heardAt(db: Scoped, pointed: Pointed): Promise<Result<Heard, HeardCode>> {
  return stillHeard(await heardHeld(db, pointed));
}

/** Refuses what is not there, or has no words any more. */
export function stillHeard(one: Heard | undefined): Result<Heard, HeardCode> {
  if (one === undefined) return no('http/not_found');
  return isHeard(one) ? yes(one) : no('signal/message_gone');
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
